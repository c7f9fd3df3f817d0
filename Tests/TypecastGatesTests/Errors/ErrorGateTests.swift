import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastGates
import TypecastModels

@Suite("The gate of errors")
struct ErrorGateTests {
  private static let openAI = "https://api.openai.com/v1/chat/completions"
  private static let gemini = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent"
  private static let ollama = "http://127.0.0.1:11434/api/chat"

  @Test("Every row, every failure of a transport and every reason is in a cassette of ours")
  func ours() throws {
    let report = try #require(try Gates.reports(package: PackageRoot.path, [.errors]).first)
    #expect(report.passes, "\(report.table)")
    #expect(report.rows.allSatisfy { $0.threshold == 100 && $0.counted > 5 })
  }

  @Test("Without cassettes everything is missing, and is named with the command that adds it")
  func nothing() throws {
    let package = try SamplePackage()
    let report = try package.report(.errors)
    #expect(report.passes, "nothing has a threshold")
    #expect(
      report.rows.map(\.name).sorted() == [
        "anthropic", "compatible", "finish", "gemini", "groq", "ollama", "openai", "transport",
      ])
    #expect(report.rows.allSatisfy { $0.hit == 0 && $0.counted == $0.missing.count && $0.counted > 0 })
    let day = report.row("gemini")?.missing.first { $0.name == "gemini.quota.day" }
    #expect(day?.command == "typecast cassette import --from jsonl EXCHANGES.jsonl --out Golden/cassettes/gemini")
    #expect(day?.needs.contains("status 429") == true)
  }

  @Test("Every kind of a transport's failure has its row, and is hit by an exchange that failed so")
  func transport() throws {
    let package = try SamplePackage()
    #expect(try package.report(.errors).row("transport")?.counted == TransportError.Kind.all.count)
    for kind in TransportError.Kind.all {
      try package.record(failure("https://models.example/v1/chat/completions", kind), to: "\(kind)")
    }
    #expect(try package.report(.errors).missing(in: "transport") == [])
  }

  @Test("What a provider is called by counts before the address, and without it the address")
  func providers() throws {
    let package = try SamplePackage()
    try package.record(exchange(Self.openAI, 401, "{}"), to: "groq/key")
    try package.record(exchange(Self.gemini, 401, "{}"), to: "invoices/key")
    try package.record(exchange(Self.ollama, 401, "{}"), to: "key")
    try package.record(exchange("https://models.example/v1/chat/completions", 401, "{}"), to: "elsewhere/key")
    let report = try package.report(.errors)
    for table in ["groq", "gemini", "ollama", "compatible", "openai", "anthropic"] {
      let isHit = !["openai", "anthropic"].contains(table)
      #expect(report.missing(in: table).contains { $0.hasSuffix(".status.401") } == !isHit, "\(table)")
    }
  }

  @Test("Reasons for which answers end are read from whole answers and from streams")
  func finish() throws {
    let package = try SamplePackage()
    func chat(_ reason: String, _ message: String = #"{"content": "a"}"#) -> Exchange {
      exchange(Self.openAI, 200, #"{"choices": [{"message": \#(message), "finish_reason": "\#(reason)"}]}"#)
    }
    try package.record(
      chat("stop"), chat("length"), chat("content_filter"), chat("stop", #"{"refusal": "No."}"#),
      chat("tool_calls", #"{"tool_calls": [{"id": "1", "function": {"name": "f", "arguments": "{}"}}]}"#),
      to: "openai/ends")
    #expect(try package.report(.errors).missing(in: "finish") == ["finish.incomplete"])
    let stream = #"{"message": {"content": "a"}}"# + "\n"
    try package.record(
      exchange(Self.ollama, 200, stream, headers: [("content-type", "application/x-ndjson")]), to: "ollama/short")
    let report = try package.report(.errors)
    #expect(report.missing(in: "finish") == [])
    #expect(!report.missing(in: "ollama").contains("ollama.finish.incomplete"))
    #expect(!report.missing(in: "openai").contains("openai.finish.length"))
  }

  @Test("An answer that breaks off fails by its transport, unless it had ended or told of a failure")
  func brokenOff() throws {
    let package = try SamplePackage()
    let type = [(name: "content-type", value: "application/x-ndjson")]
    func stream(_ text: String, _ status: Int = 200) -> Exchange {
      exchange(Self.ollama, status, text, headers: type, breaksOffBy: .cut)
    }
    let whole = #"{"message": {"content": "a"}, "done": true, "done_reason": "stop"}"#
    try package.record(stream(whole + "\n"), to: "ollama/a")
    try package.record(stream("{", 500), to: "ollama/b")
    var report = try package.report(.errors)
    #expect(report.missing(in: "transport").contains("transport.cut"))
    #expect(!report.missing(in: "finish").contains("finish.stop"))
    #expect(!report.missing(in: "ollama").contains("ollama.status.5xx"))
    try package.record(stream(#"{"message": {"content": "a"}}"# + "\n"), to: "ollama/c")
    report = try package.report(.errors)
    #expect(!report.missing(in: "transport").contains("transport.cut"))
    #expect(report.missing(in: "finish").contains("finish.incomplete"))
  }

  @Test("A threshold is held against each table")
  func thresholds() throws {
    let package = try SamplePackage(["Tests/coverage.json": #"{"errors": {"transport": 10}}"#])
    try package.record(failure(Self.ollama, .dns), to: "a")
    var report = try package.report(.errors)
    #expect(!report.passes)
    #expect(report.row("transport")?.isEnough == false)
    #expect(report.row("gemini")?.isEnough == true)
    try package.record(failure(Self.ollama, .cut), to: "b")
    report = try package.report(.errors)
    #expect(report.passes)
    #expect(report.row("transport")?.percent == 14)
  }

  @Test("A cassette that can't be read is an error with its place")
  func unreadable() throws {
    let package = try SamplePackage(["Golden/cassettes/a.xml": "<cassette>\n<oops/></cassette>"])
    let error = #expect(throws: GateError.self) { try package.report(.errors) }
    #expect(error?.description.hasPrefix("Golden/cassettes/a.xml:") == true)
  }

  @Test("The lists of all kinds and reasons have every one that is declared")
  func lists() throws {
    func declared(_ path: String, _ type: String) throws -> Int {
      try PackageRoot.text(of: path).split(separator: "\n").count { line in
        line.contains("static let ") && line.contains("= \(type)(")
      }
    }
    #expect(try declared("Sources/Typecast/Transport/TransportError.swift", "Kind") == TransportError.Kind.all.count)
    #expect(try declared("Sources/Typecast/Models/FinishReason.swift", "FinishReason") == FinishReason.all.count)
  }

  @Test("Rows that no exchange gets are not asked for")
  func unreachable() {
    let rows = ErrorRowFacts.all.map(\.id)
    #expect(!rows.contains { $0.hasPrefix("request.") || $0.hasSuffix(".unknown") })
    #expect(rows.contains("transport.other") && rows.contains("groq.status.other"))
    #expect(Set(rows).count == rows.count)
  }
}
