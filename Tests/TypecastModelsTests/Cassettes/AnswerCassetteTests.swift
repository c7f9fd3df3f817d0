import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

/// Answers that are whole: what each says, and why it ended.
@Suite("Cassettes of answers")
struct AnswerCassetteTests {
  private static let toolCall = "Golden/cassettes/openai/answer-tool-call.xml"

  /// Asks a model that may call a tool.
  private func ask(_ transport: any Transport) async throws -> ModelReply {
    let model = try RemoteModel("openai:gpt-4o", options: ModelOptions(retries: .never), environment: { _ in nil })
    var request = ModelRequest([Message(.user, "Who lives in Rome?")])
    let argument = try CompiledSchema(
      parsing: #"{"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}"#)
    request.tools = [ToolOffer("find", "Finds customers.", schema: argument)]
    return try await CallEnvironment.with(transport: transport) { try await model.reply(to: request) }
  }

  @Test("A model that calls a tool, as OpenAI documents it")
  func written() async throws {
    let body = #"""
      {"id":"chatcmpl-1","object":"chat.completion","model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":\#
      {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":\#
      {"name":"find","arguments":"{\"city\":\"Rome\"}"}}]},"finish_reason":"tool_calls"}],\#
      "usage":{"prompt_tokens":48,"completion_tokens":12,"total_tokens":60}}
      """#
    let recorder = CassetteRecorder()
    _ = try await ask(recorder.transport(around: ScriptedTransport(ScriptedTransport.text(body))))
    var cassette = Cassette(.authored, note: "A model that calls a tool.")
    cassette.exchanges = await recorder.finish().map { exchange in
      var exchange = exchange
      exchange.date = nil
      return exchange.withoutTimes
    }
    Golden.expect(String(decoding: try cassette.xml(), as: UTF8.self), equals: Self.toolCall)
  }

  @Test("Played, it ends for its tools")
  func toolCalls() async throws {
    let player = CassettePlayer(try Cassette(PackageRoot.bytes(of: Self.toolCall)), path: Self.toolCall)
    let reply = try await ask(player)
    #expect(reply.finish == .toolCalls)
    #expect(reply.toolCalls.map { "\($0.name) \($0.arguments)" } == [#"find {"city":"Rome"}"#])
    #expect(player.unused.isEmpty && player.misses.isEmpty)
  }

  @Test("What a real Ollama answered that was held to a schema")
  func recorded() throws {
    let path = "Golden/cassettes/ollama/answer-format.xml"
    let cassette = try Cassette(PackageRoot.bytes(of: path), path: path)
    #expect(cassette.origin == .recorded)
    let exchange = try #require(cassette.exchanges.first)
    let response = try #require(exchange.response)
    let reading = ExchangeReading(folder: "ollama", url: exchange.request.url)
    let reply = reading.reply(status: response.status, headers: HTTPHeaders(), body: response.body)
    #expect(reply?.finish == .stop)
    let value = try JSONDocument(reply?.text ?? "")
    let sent = try #require(SentSchema.all(in: JSONValue(parsing: exchange.request.body)).first)
    let schema = try CompiledSchema(parsing: JSONWriter().string(of: sent.schema))
    #expect(try schema.isValid(value))
    #expect(value.root["age"]?.number?.int == 6)
  }
}
