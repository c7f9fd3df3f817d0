import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// What goes out: each provider, each thing that it can be asked.
@Suite("Goldens of requests")
struct RequestGoldenTests {
  @Test("Each request is what its golden says, and what it drops is told there", arguments: RequestTarget.all)
  func goldens(target: RequestTarget) async throws {
    for (asked, path) in target.goldens(of: try RequestCase.all()) {
      let sent = try await SentRequest(asked, to: target)
      let dropped = try await sent.dropped(asked, to: target)
      Golden.expect(sent.text(dropping: dropped), equals: path)
    }
  }

  @Test("The page of requests is what the table gives")
  func page() async throws {
    Golden.expect(try await RequestsPage.text(), equals: "Documentation/requests.md")
  }

  @Test("No golden is left without its case, and no two cases have one name")
  func files() throws {
    let cases = try RequestCase.all()
    let paths = RequestTarget.all.flatMap { $0.goldens(of: cases).map(\.path) }
    #expect(Set(paths).count == paths.count)
    let files = Set(PackageRoot.files(below: "Golden/requests"))
    #expect(files.subtracting(paths).sorted() == [])
    #expect(Set(paths).subtracting(files).sorted() == [])
  }

  @Test("Every provider is asked every case, and variants only such as there are")
  func targets() throws {
    let whole = RequestTarget.all.filter { $0.cases == nil }.map(\.provider)
    #expect(Set(whole) == Set(Provider.all.map(\.id)))
    let names = Set(try RequestCase.all().map(\.name))
    for target in RequestTarget.all { #expect((target.cases ?? []).subtracting(names) == [], "\(target.id)") }
  }

  @Test("Every setting is in a case of its own, and can be left out of one")
  func settings() throws {
    let all = Set(Mirror(reflecting: Settings()).children.compactMap(\.label))
    #expect(all.count > 5)
    let cases = try RequestCase.all()
    let alone = cases.map { RequestCase.settings(of: $0.request) }.filter { $0.count == 1 }.flatMap { $0 }
    #expect(Set(alone) == all)
    #expect(Set(RequestCase.clear.keys) == all)
    for setting in all {
      var request = try #require(cases.first { RequestCase.settings(of: $0.request) == [setting] }?.request)
      RequestCase.clear[setting]?(&request.settings)
      #expect(RequestCase.settings(of: request) == [])
    }
    let everything = try #require(cases.first { $0.name == "everything" })
    // A provider that knows no texts to stop at sends nothing at all.
    #expect(Set(RequestCase.settings(of: everything.request)) == all.subtracting(["stop"]))
  }

  @Test("Every way to think, and every limit of time, is asked for")
  func wishes() throws {
    let requests = try RequestCase.all().map(\.request)
    let thinking = requests.compactMap(\.settings.thinking).map { given(in: $0) }
    #expect(thinking.reduce(into: []) { $0.formUnion($1) } == labels(of: Thinking.on))
    #expect(Set(requests.compactMap(\.settings.thinking?.isOn)) == [true, false])
    let limits = requests.map { given(in: $0.settings.timeLimits) }
    #expect(limits.reduce(into: []) { $0.formUnion($1) } == labels(of: TimeLimits()))
  }

  @Test("Every mode, every member of a request, every role and every sort of part is in a case")
  func features() throws {
    let cases = try RequestCase.all()
    #expect(Set(cases.compactMap(\.options.mode)) == Set(AnswerMode.allCases))
    let isStreamed = cases.filter { $0.request.schema != nil }.map { $0.question == .stream }
    #expect(Set(isStreamed) == [true, false])
    // The id is for logs, and does not leave.
    let members = cases.map { given(in: $0.request) }.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(members.subtracting(["id"]) == labels(of: ModelRequest([])).subtracting(["id"]))
    #expect(cases.contains { !$0.request.tools.isEmpty && $0.request.schema != nil })
    let messages = cases.flatMap(\.request.messages)
    #expect(Set(messages.map(\.role)) == Set(Message.Role.allCases))
    let sorts = Set(messages.flatMap(\.parts).map(sort))
    #expect(sorts == ["text", "image", "thought", "toolCall", "toolResult"])
    #expect(Set(messages.flatMap(\.toolResults).map(\.isError)) == [true, false])
    #expect(messages.contains { $0.toolCalls.count > 1 })
  }

  @Test("Every option is in a case")
  func options() throws {
    let source = try PackageRoot.text(of: "Sources/TypecastModels/Remote/ModelOptions.swift")
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    let names = lines.filter { $0.hasPrefix("public var ") && !$0.contains("{") }
      .map { String($0.dropFirst("public var ".count).prefix { $0 != ":" }) }
    #expect(names.count > 5)
    let cases = Set(try RequestCase.all().map(\.name))
    // How often a request is sent says nothing about it, and the modes are cases of their own.
    let others: Set = ["retries", "mode"]
    for name in names where !others.contains(name) {
      let words = name.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
      let known = ["base-u-r-l": "base-url"][words] ?? words
      #expect(cases.contains("option-\(known)"), "\(name)")
    }
  }

  /// A sort of part that is new has to be named here, and then needs a case.
  private func sort(_ part: Message.Part) -> String {
    switch part {
    case .text: "text"
    case .image: "image"
    case .thought: "thought"
    case .toolCall: "toolCall"
    case .toolResult: "toolResult"
    }
  }

  private func labels(of value: Any) -> Set<String> { Set(Mirror(reflecting: value).children.compactMap(\.label)) }

  /// The members of a value that hold something.
  private func given(in value: Any) -> Set<String> {
    let children = Mirror(reflecting: value).children
    return Set(children.filter { !["nil", "[]"].contains("\($0.value)") }.compactMap(\.label))
  }
}
