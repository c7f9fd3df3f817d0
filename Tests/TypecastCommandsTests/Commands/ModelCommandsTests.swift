import LoopbackServer
import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastCommands

@Suite("Commands that ask providers")
struct ModelCommandsTests {
  private static let schema = #"{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}"#

  private func run(_ arguments: [String], input: String = "text") async -> ToolRun {
    let files = MemoryFiles(files: ["s.schema.json": Self.schema, "script.jsonl": #"{"text":"Hi!"}"#])
    return await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      await ToolRun(arguments, input: input, files: files)
    }
  }

  @Test("cast asks a server, whole and streamed")
  func cast() async throws {
    let server = try LoopbackServer { request in
      let isStream = String(decoding: request.body, as: UTF8.self).contains("\"stream\":true")
      let line = { (text: String, done: Bool) in
        #"{"message":{"content":"\#(text)"},"done":\#(done)\#(done ? #","done_reason":"stop""# : "")}"# + "\n"
      }
      guard isStream else { return [.answer(line(#"{\"a\": 7}"#, true))] }
      return [
        .chunkedHead(type: "application/x-ndjson"), .chunk(line(#"{\"a\""#, false)), .chunk(line(": 7}", true)),
        .lastChunk,
      ]
    }
    for more in [[], ["--stream"]] {
      let run = await run(
        ["cast", "s.schema.json", "--model", "ollama:m", "--base-url", "http://127.0.0.1:\(server.port)"] + more)
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.split(separator: "\n").last == #"{"a":7}"#)
    }
    let gone = await run(["cast", "s.schema.json", "--model", "ollama:m", "--base-url", "http://127.0.0.1:1"])
    #expect(gone.status == 3)
    #expect(gone.error.contains("Run: ollama serve"))
    server.stop()
  }

  @Test("A model of no provider is a wrong command line", arguments: ["nobody:x", "ollama", "compatible:x", "script:"])
  func noModel(word: String) async {
    #expect(await run(["cast", "s.schema.json", "--model", word]).status == 2)
    #expect(await run(["chat", "--model", word]).status == 2)
  }

  @Test("models prints a name a line")
  func models() async throws {
    let server = try LoopbackServer { request in
      request.path == "/v1/models"
        ? [.answer(#"{"data":[{"id":"one","context_window":5},{"id":"two"}]}"#)]
        : [.answer("no", status: "404 Not Found")]
    }
    let base = ["models", "--provider", "compatible", "--base-url", "http://127.0.0.1:\(server.port)/v1"]
    #expect(await run(base).output == "one\ntwo\n")
    #expect(await run(base + ["--json"]).output == #"{"id":"one","contextWindow":5}"# + "\n" + #"{"id":"two"}"# + "\n")
    let wrong = await run(Array(base.dropLast()) + ["http://127.0.0.1:\(server.port)"])
    #expect(wrong.status == 3)
    #expect(wrong.error.contains("has nothing at this address"))
    #expect(await run(["models", "--provider", "nobody"]).status == 2)
    server.stop()
  }

  @Test("chat keeps what was said, and prints answers as they come")
  func chat() async throws {
    let server = try LoopbackServer { request in
      let count = (try? JSONValue(parsing: request.body))?["messages"]?.array?.count ?? 0
      return [
        .chunkedHead(), .chunk(#"data: {"choices":[{"delta":{"content":"\#(count) "}}]}"# + "\n\n"),
        .chunk(
          #"data: {"choices":[{"delta":{"content":"messages"},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"),
        .lastChunk,
      ]
    }
    let arguments = [
      "chat", "--model", "compatible:m", "--base-url", "http://127.0.0.1:\(server.port)", "--system", "Be brief.",
    ]
    let run = await run(arguments, input: "a\n\nb\n")
    #expect(run.output == "2 messages\n4 messages\n")
    #expect(run.status == 0)
    let scripted = await self.run(["chat", "--model", "script:script.jsonl"], input: "a\nb")
    #expect(scripted.output == "Hi!\n")
    #expect(scripted.status == 3)
    server.stop()
  }

  @Test("classify answers line by line")
  func classify() async {
    let lines = [
      #"{"id":1,"provider":"openai","status":429,"headers":{"Retry-After":"2"},"body":"{\"error\":{\"code\":\"rate_limit_exceeded\"}}"}"#,
      #"{"id":[2],"provider":"gemini","status":400,"headers":[["a","b"]],"body":"{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\"}}"}"#,
      #"{"provider":"ollama","url":"http://localhost:11434/api/chat","status":200,"body":"{\"message\":{\"content\":\"a\"},\"done\":true,\"done_reason\":\"length\"}"}"#,
      #"{"provider":"ollama","url":"/api/chat","transport":"timeout.firstByte"}"#,
      #"{"provider":"anthropic","url":"/v1/messages","status":200,"body":"{\"content\":[],\"stop_reason\":\"refusal\"}"}"#,
      #"{"provider":"openai","url":"/v1/chat/completions","status":200,"body":"{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}"}"#,
      #"{"provider":"ollama","url":"/api/chat","status":200,"headers":{"content-type":"application/x-ndjson"},"body":"{\"done\":false}\n"}"#,
      #"{"id":"x","provider":"openai"}"#, "nonsense", #"{"id":9,"provider":"openai","transport":"lost"}"#,
    ]
    let run = await run(["classify", "--jsonl"], input: lines.joined(separator: "\n"))
    #expect(run.status == 0)
    Golden.expect(run.output, equals: "Golden/cli/classify.jsonl")
  }
}
