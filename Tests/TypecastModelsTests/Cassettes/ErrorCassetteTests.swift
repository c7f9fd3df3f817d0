import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastJSON

@testable import TypecastModels

/// Each row of each error table has a cassette, which is played through the model that would have asked.
@Suite("Cassettes of failures")
struct ErrorCassetteTests {
  /// The first case of each row that an exchange can reach.
  private static func cases(_ index: Int) -> [ErrorCase] {
    let (table, cases) = ErrorTableTests.cases[index]
    var rows: Set<String> = []
    return cases.filter { failure in
      table.row(for: failure.signal).id == failure.row && failure.row.hasPrefix("\(table.name).")
        && !failure.row.hasSuffix(".unknown") && rows.insert(failure.row).inserted
    }
  }

  private static func path(_ failure: ErrorCase) -> String {
    let parts = failure.row.split(separator: ".")
    return "Golden/cassettes/\(parts[0])/\(parts.dropFirst().joined(separator: "-")).xml"
  }

  private func model(_ table: ErrorTable, _ failure: ErrorCase) throws -> RemoteModel {
    let name =
      switch table.name {
      case "openai", "transport": "openai:gpt-4o"
      case "groq": "groq:openai/gpt-oss-20b"
      case "anthropic": "anthropic:claude-sonnet-4-5"
      case "gemini": "gemini:gemini-2.5-flash"
      default: "\(table.name):m"
      }
    let base: String? =
      switch table.name {
      case "compatible": "http://127.0.0.1:8080/v1"
      case "ollama" where !failure.signal.isLocal: "https://ollama.com"
      default: nil
      }
    return try RemoteModel(
      name, options: ModelOptions(baseURL: base, retries: .never), environment: { _ in nil })
  }

  /// What a server sends that means the failure.
  private func answer(_ failure: ErrorCase, of table: ErrorTable) -> ScriptedTransport.Answer {
    if let kind = failure.signal.transport { return ScriptedTransport.failure(kind) }
    var body = failure.body
    if let finish = failure.signal.finish { body = table.answer(ending: finish) ?? "" }
    if failure.row.hasSuffix(".malformed") { body = "<html>Welcome.</html>" }
    if failure.row.hasSuffix(".error.inAnswer") { body = #"{"error":{"message":"It went wrong."}}"# }
    return ScriptedTransport.text(body, status: failure.status ?? 200, failure.headers)
  }

  private func ask(_ model: RemoteModel, _ transport: any Transport) async -> Result<ModelReply, any Error> {
    await CallEnvironment.with(transport: transport) {
      do { return .success(try await model.reply(to: ModelRequest([Message(.user, "What is a?")]))) } catch {
        return .failure(error)
      }
    }
  }

  @Test("Every row has one", arguments: ErrorTableTests.cases.indices)
  func written(index: Int) async throws {
    let table = ErrorTableTests.cases[index].table
    for failure in Self.cases(index) {
      let recorder = CassetteRecorder()
      let script = ScriptedTransport(answer(failure, of: table))
      _ = await ask(try model(table, failure), recorder.transport(around: script))
      var cassette = Cassette(.authored, note: "What \(failure.row) means, as its provider words it.")
      cassette.exchanges = await recorder.finish().map { exchange in
        var exchange = exchange
        exchange.date = nil
        return exchange.withoutTimes
      }
      Golden.expect(String(decoding: try cassette.xml(), as: UTF8.self), equals: Self.path(failure))
    }
  }

  @Test("Played, each gives the row", arguments: ErrorTableTests.cases.indices)
  func played(index: Int) async throws {
    let table = ErrorTableTests.cases[index].table
    let cases = Self.cases(index)
    #expect(!cases.isEmpty)
    for failure in cases {
      let path = Self.path(failure)
      let player = CassettePlayer(try Cassette(PackageRoot.bytes(of: path), path: path), path: path)
      switch await ask(try model(table, failure), player) {
      case .failure(let error): #expect((error as? ModelError)?.row == failure.row, "\(path): \(error)")
      case .success(let reply):
        #expect(reply.finish == failure.signal.finish, "\(path)")
        #expect(table.row(for: ErrorSignal(finish: reply.finish)).id == failure.row, "\(path)")
      }
      #expect(player.unused.isEmpty && player.misses.isEmpty, "\(path)")
    }
  }

  /// What the cassettes of a schema are called after: `TicketTriage` is `ticket-triage`.
  private static func isOfSchema(_ file: String) -> Bool {
    let name = file.drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst()
    return PackageRoot.files(below: "Schemas", suffix: ".schema.json").contains { schema in
      let words = schema.dropFirst("Schemas/".count).prefix { $0 != "." }
      let kebab = words.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined().dropFirst()
      return name == "\(kebab).xml" || name.hasPrefix("\(kebab)-")
    }
  }

  /// The folders in which every file is such a cassette, or an answer.
  private static let folders = [
    "Golden/cassettes/anthropic", "Golden/cassettes/gemini", "Golden/cassettes/groq", "Golden/cassettes/openai",
    "Golden/cassettes/transport",
  ]

  @Test("No cassette of a failure is there that no row claims")
  func orphans() {
    let claimed = Set(ErrorTableTests.cases.indices.flatMap { Self.cases($0).map(Self.path) })
    for folder in Self.folders {
      for file in PackageRoot.files(below: folder, suffix: ".xml")
      where !file.contains("/answer-") && !Self.isOfSchema(file) {
        #expect(claimed.contains(file), "\(file)")
      }
    }
    let others = claimed.filter { path in !Self.folders.contains { path.hasPrefix($0 + "/") } }
    #expect(others.sorted() == Self.amongOthers.map { "Golden/cassettes/\($0).xml" }.sorted())
  }

  /// The cassettes in folders that have others, too.
  private static let amongOthers = [
    "compatible/aws-access", "compatible/aws-busy", "compatible/aws-key", "compatible/aws-key-said",
    "compatible/aws-quota", "compatible/aws-rate", "compatible/aws-server", "compatible/aws-throughput",
    "compatible/aws-timeout", "compatible/context", "compatible/context-mistral", "compatible/context-said",
    "compatible/endpoint", "compatible/error-inAnswer", "compatible/finish-blocked", "compatible/finish-incomplete",
    "compatible/finish-length", "compatible/finish-other", "compatible/finish-refusal", "compatible/images",
    "compatible/key", "compatible/key-said", "compatible/malformed", "compatible/mode", "compatible/model",
    "compatible/model-named", "compatible/model-said", "compatible/noModelLoaded", "compatible/noPath",
    "compatible/notFound", "compatible/output", "compatible/overloaded", "compatible/overloaded-said",
    "compatible/parameter", "compatible/permission", "compatible/policy", "compatible/policy-said",
    "compatible/privacy", "compatible/quota-day", "compatible/quota-spend", "compatible/quota-spend-said",
    "compatible/rate", "compatible/rate-request", "compatible/rate-said", "compatible/redirect", "compatible/region",
    "compatible/request", "compatible/request-form", "compatible/request-json", "compatible/request-said",
    "compatible/request-shape", "compatible/schema", "compatible/schema-said", "compatible/scope", "compatible/server",
    "compatible/slowDown", "compatible/status-400", "compatible/status-401", "compatible/status-402",
    "compatible/status-403", "compatible/status-404", "compatible/status-408", "compatible/status-409",
    "compatible/status-413", "compatible/status-429", "compatible/status-499", "compatible/status-4xx",
    "compatible/status-501", "compatible/status-503", "compatible/status-504", "compatible/status-5xx",
    "compatible/status-other", "compatible/tokens", "compatible/tools", "compatible/unsupported",
    "compatible/upstream-rate", "compatible/verification", "ollama/busy", "ollama/cloud-disabled",
    "ollama/cloud-unreachable", "ollama/context", "ollama/crash", "ollama/error-inAnswer", "ollama/finish-incomplete",
    "ollama/finish-length", "ollama/finish-other", "ollama/forbidden", "ollama/images", "ollama/loading",
    "ollama/malformed", "ollama/memory", "ollama/model-missing", "ollama/model-name", "ollama/model-none",
    "ollama/notRunning", "ollama/options", "ollama/output", "ollama/output-tool", "ollama/path", "ollama/quota-spend",
    "ollama/quota-time", "ollama/rate", "ollama/redirect", "ollama/request", "ollama/request-json", "ollama/schema",
    "ollama/schema-mode", "ollama/signIn", "ollama/status-400", "ollama/status-402", "ollama/status-403",
    "ollama/status-404", "ollama/status-408", "ollama/status-409", "ollama/status-413", "ollama/status-429",
    "ollama/status-499", "ollama/status-4xx", "ollama/status-501", "ollama/status-503", "ollama/status-504",
    "ollama/status-5xx", "ollama/status-other", "ollama/subscription", "ollama/thinking", "ollama/tools",
    "ollama/unsupported",
  ]
}

extension ErrorTable {
  /// An answer that ends for a reason, in the words of the provider; nil where it has none for it.
  fileprivate func answer(ending finish: FinishReason) -> String? {
    let raw: JSONValue? =
      switch (name, finish) {
      case (_, .incomplete): .null
      case ("anthropic", .length): "max_tokens"
      case ("anthropic", .refusal): "refusal"
      case ("gemini", .length): "MAX_TOKENS"
      case ("gemini", .blocked): "SAFETY"
      case ("ollama", .length): "length"
      case ("anthropic", .blocked), ("gemini", .refusal), ("ollama", .refusal), ("ollama", .blocked): nil
      case (_, .length): "length"
      case (_, .blocked): "content_filter"
      case (_, .refusal): "stop"
      default: .string(finish.rawValue)
      }
    guard let raw else { return nil }
    let isCut = finish == .incomplete
    let answer: JSONValue =
      switch name {
      case "anthropic":
        ["type": "message", "role": "assistant", "content": [["type": "text", "text": "It is"]], "stop_reason": raw]
      case "gemini":
        ["candidates": [["content": ["role": "model", "parts": [["text": "It is"]]], "finishReason": raw]]]
      case "ollama":
        [
          "model": "m", "message": ["role": "assistant", "content": "It is"], "done": .bool(!isCut), "done_reason": raw,
        ]
      default:
        [
          "choices": [
            [
              "index": 0, "finish_reason": raw,
              "message": finish == .refusal
                ? ["role": "assistant", "content": nil, "refusal": "No."] : ["role": "assistant", "content": "It is"],
            ]
          ]
        ]
      }
    return JSONWriter().string(of: answer)
  }
}
