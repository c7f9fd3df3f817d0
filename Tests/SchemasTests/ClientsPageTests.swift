import Schemas
import TestSupport
import Testing
import Typecast

/// The page prints what it shows; the test does not.
private func print(_ items: Any...) {}

/// The Swift of Documentation/clients.md, block by block.
@Suite("The page on clients")
struct ClientsPageTests {
  private let text = InvoiceClientTests.answer
  private let mail = "An invoice."
  private let answer = InvoiceClientTests.answer

  /// A model with an answer for every call of a test.
  private var model: any Model { ScriptedModel([ModelReply](repeating: ModelReply(answer), count: 8)) }

  @Test("Every block of the page is in this file, and so is compiled and run")
  func page() throws {
    func lines(_ path: String) throws -> [String] {
      String(decoding: try PackageRoot.bytes(of: path), as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { String($0.drop { $0 == " " }) }
    }
    let source = try lines("Tests/SchemasTests/ClientsPageTests.swift").joined(separator: "\n")
    var block: [String]?
    var count = 0
    for line in try lines("Documentation/clients.md") {
      if line == "```swift" {
        block = []
      } else if line == "```", let whole = block {
        #expect(source.contains("\n" + whole.joined(separator: "\n") + "\n"), "\(whole.first ?? "")")
        count += 1
        block = nil
      } else {
        block?.append(line)
      }
    }
    #expect(count == 10)
  }

  @Test("A value")
  func value() {
    do {
      let invoice = try Invoice(json: text)
      print(invoice.number, invoice.lines.count, invoice.json)
    } catch {
      print(error.kind)  // notJSON, invalid, numberOutOfRange or undecided
      for fault in error.report.errors {  // all of them, not the first
        print(fault.position, fault.instancePointer, fault.keyword, fault.message)
      }
      print(error.report.summary())  // the same for a model, short
    }
  }

  @Test("A call")
  func call() async throws {
    let client = InvoiceClient(model, settings: PromptSettings(temperature: 0, maxTokens: 2_000))
    let reply = try await client.extract(text: mail)
    print(reply.value.total, reply.text, reply.model, reply.finish.rawValue, reply.usage.output ?? 0)

    _ = try await client.read(language: "Swedish", text: mail)

    let input = InvoiceFollowInput(
      text: mail, remarks: [InvoiceFollowInput.Remark(author: "Ada", weight: 0.5)], isUrgent: false)
    _ = try await client.follow(input)

    for message in InvoiceClient.readMessages(language: "Swedish", text: mail) {
      print(message.role.rawValue, message.text)
    }
  }

  @Test("An answer that gives no value")
  func failure() async throws {
    let client = InvoiceClient(ScriptedModel([ModelReply("{\"numb", finish: .length)]))
    do {
      _ = try await client.extract(text: mail)
    } catch let error as ReplyError where error.reply.finish == .length {
      print("raise settings.maxTokens", error.model)
    } catch let error as ReplyError {
      print(error.underlying?.report.errors.count ?? 0, error.reply.text)
    }
  }

  @Test("A stream")
  func stream() async throws {
    let client = InvoiceClient(model)
    for try await event in client.streamExtract(text: mail) {
      switch event {
      case .partial(let partial):
        print(partial.number?.string ?? "…", partial.currency?.rawValue ?? "…")
        if let lines = partial.lines {
          print(lines.map { $0?.description?.string ?? "…" }, lines.completeCount)
        }
        print(partial.isComplete)
      case .reply(let reply):
        print(reply.value.number)
      }
    }
  }

  @Test("A model")
  func wrapper() async throws {
    struct Shouting: Model {
      let base: any Model
      var name: String { "shouting:" + base.name }

      func reply(to request: ModelRequest) async throws -> ModelReply {
        var request = request
        request.messages.append(PromptMessage(.user, "ANSWER NOW."))
        return try await base.reply(to: request)
      }
    }
    let script = ScriptedModel(answer)
    let reply = try await InvoiceClient(Shouting(base: script)).extract(text: mail)
    #expect(reply.model == "shouting:script")
    #expect(script.requests[0].messages.last?.text == "ANSWER NOW.")
  }

  @Test("Tests without a network")
  func offline() async throws {
    let script = ScriptedModel(answer, #"{"number": 12}"#, pieceLength: 3)
    let first = try await InvoiceClient(script).extract(text: "hello")
    #expect(first.value.number == "INV-2026-00001")
    #expect(script.requests[0].messages.last?.text == "hello")
    await #expect(throws: ReplyError.self) { try await InvoiceClient(script).extract(text: "once more") }

    let sample = try await InvoiceClient(SampleModel(seed: 7)).extract(text: "anything")
    try sample.value.validate()
  }
}
