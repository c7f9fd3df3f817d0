import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

/// The Swift of the first page of the reference, and of the page on gates, which is `GatesTests.swift`.
@Suite("The first page of the reference")
struct ReferencePageTests {
  @Test("Every block of the page is in this file, and so is compiled and run")
  func page() throws {
    try PageBlocks.expect(
      "Sources/TypecastTesting/TypecastTesting.docc/TypecastTesting.md",
      in: "Tests/TypecastTestingTests/ReferencePageTests.swift", count: 1)
  }

  @Test("The page on gates shows the test of this package")
  func gatesPage() throws {
    try PageBlocks.expect("Documentation/gates.md", in: "Tests/TypecastTestingTests/GatesTests.swift", count: 1)
  }

  @Test(.cassette("groq/finish-length")) func cutOff() async throws {
    let request = ModelRequest([Message(.user, "What is a?")])
    let reply = try await RemoteModel("groq:openai/gpt-oss-20b").reply(to: request)
    #expect(reply.finish == .length)
  }
}
