import Foundation
import Schemas
import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastModels
import TypecastSchema

/// The pages print what they show; the tests do not, but for what is looked at.
private func print(_ items: Any...) {}

/// The Swift of README and of pages that have little, block by block.
@Suite("The pages with few blocks")
struct OtherPagesTests {
  private let text = InvoiceClientTests.answer
  private var data: Data { Data(text.utf8) }
  private let mail = "An invoice."

  @Test(
    "Every block is in this file, and so is compiled and run",
    arguments: [
      ("README.md", 1), ("Documentation/types.md", 1), ("Documentation/repair.md", 1),
      ("Documentation/guides/errors-and-retries.md", 2), ("Documentation/guides/providers.md", 2),
      ("Documentation/guides/troubleshooting.md", 1),
    ])
  func pages(page: String, count: Int) throws {
    try PageBlocks.expect(page, in: "Tests/SchemasTests/OtherPagesTests.swift", count: count)
  }

  @Test("README, without models: it prints what the page says")
  func readme() throws {
    var printed: [String] = []
    func print(_ item: some CustomStringConvertible) { printed.append("\(item)") }
    let schema = try CompiledSchema(
      parsing: """
        {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"], "additionalProperties": false}
        """)
    print(try schema.isValid(Array(#"{"name": "Ada"}"#.utf8)))  // from the bytes
    print(try schema.validate(JSONDocument(#"{"nmae": "Ada"}"#)))
    let page = try PackageRoot.text(of: "README.md")
    #expect(page.contains("```\n\(printed.joined(separator: "\n"))\n```"))
  }

  @Test("types.md")
  func types() throws {
    let invoice = try Invoice(json: text)  // InvalidValue: every error, with pointer and position
    print(invoice.json)  // compact JSON
    try invoice.validate()  // for values built by hand
    _ = try JSONDecoder().decode(Invoice.self, from: data)
  }

  /// The schema that the page on repair speaks of.
  private enum Ticket {
    static let schema = try! CompiledSchema(
      parsing: #"{"type": "object", "properties": {"subject": {"type": "string"}, "urgency": {"type": "integer"}}}"#)
  }

  @Test("repair.md")
  func repair() throws {
    let cast = try Caster(Ticket.schema).cast("Sure! {subject: 'It smokes', \"urgency\": \"3\",}")
    print(cast.value)  // the value as JSON, valid against the schema
    for repair in cast.repairs { print(repair) }  // what was done, where, and at what cost
    #expect(cast.value.description == #"{"subject":"It smokes","urgency":3}"#)
    #expect(Set(cast.repairs.map(\.rule)) == [.prose, .quotes, .bareText, .extraComma, .textToNumber])
  }

  @Test("errors-and-retries.md")
  func errors() async throws {
    let patient = ModelOptions(retries: RetryPolicy(tries: 5, time: .seconds(120)))
    let first = try RemoteModel("groq:llama-3.3-70b-versatile", options: patient)
    let second = try RemoteModel("ollama:llama3.2")
    let client = InvoiceClient(
      first, policy: Policy(fallbacks: [second], budget: Budget(attempts: 6, tokens: 50_000, time: .seconds(180))))

    let nobody = Refusing()
    await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), transport: nobody) {
      do throws(ReplyError) {
        print(try await client.extract(text: mail).value.total)
      } catch {
        switch error.kind {
        case .rateLimit, .overloaded, .server, .timeout, .connection:
          print("later", error.message)
        case .authentication, .permission, .quota, .modelNotFound, .badRequest:
          print("somebody has to look", error.message)
        case .truncated: print("raise maxTokens")
        case .refusal, .contentPolicy: print("the model declines", error.reply?.ending.explanation ?? "")
        case .invalidOutput: print(error.problem?.problems ?? [])
        case .budget: print("it would cost too much", error.usage)
        default: print(error.report)
        }
      }
    }
  }

  @Test("providers.md")
  func providers() throws {
    let byTool = try RemoteModel("anthropic:claude-sonnet-4-5", options: ModelOptions(mode: .tool))
    let byPrompt = try RemoteModel("ollama:llama3.2", options: ModelOptions(mode: .prompted))
    print(byTool, byPrompt)

    let local = try RemoteModel("compatible:qwen3", options: ModelOptions(baseURL: "http://localhost:8080/v1"))
    print(local)
  }

  @Test("troubleshooting.md")
  func troubleshooting() async throws {
    let model = ScriptedModel([ModelReply(text)])
    let traced = InvoiceClient(model.with(Trace(showingTexts: true) { print($0) }))
    _ = try await traced.extract(text: mail)
  }

  private struct Refusing: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse { throw TransportError(.refused, "Nobody answers.") }
  }
}
