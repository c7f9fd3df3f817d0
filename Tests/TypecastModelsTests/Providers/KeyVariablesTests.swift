import Testing

@testable import TypecastCassettes
@testable import TypecastModels

@Suite("Keys of providers")
struct KeyVariablesTests {
  @Test("Recordings are searched for the key of every provider", arguments: Provider.all.map(\.id))
  func names(id: String) throws {
    let provider = try #require(Provider.named(id))
    for name in provider.keyNames { #expect(KeyVariables.names.contains(name)) }
  }
}
