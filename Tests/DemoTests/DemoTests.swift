import Schemas
import Synchronization
import TestSupport
import Testing
import Typecast
import TypecastCassettes

@testable import Demo

@Suite("The demo")
struct DemoTests {
  /// What a small model writes that was not held to a schema: prose, fences, other names, text for numbers, and a country where
  /// its code belongs, which nobody can guess.
  private static let first = """
    Sure! Here is the invoice as JSON:

    ```json
    {
      'number': 'INV-2026-00042',
      "date": "2026-11-03",
      "due": "2026-12-03",  // 30 days later
      "currency": "€",
      "seller": {
        "name": "Nordlicht Hausgeräte GmbH", "vatId": "DE811907980",
        "address": {"street": "Speicherstadt 7", "postalCode": "20457", "city": "Hamburg", "country": "Germany"},
      },
      "customer": {
        "name": "Ada Byron Ltd",
        "address": {"street": "12 Mill Lane", "postalCode": "CB2 1RX", "city": "Cambridge", "country": "United Kingdom"}
      },
      "lines": [
        {"description": "toaster "Morgenrot"", "quantity": "2", "unitPrice": 49.90, "amount": 99.80},
        {"description": "repairing the old kettle", "quantity": 1.5, "unit": "hour", "unitPrice": 60, "amount": 90.00}
      ],
      "net": 189.80, "tax": 36.06, "total": 225.86,
      "iban": "DE89 3704 0044 0532 0130 00",
      "reference": "INV-2026-00042"
    }
    ```
    Let me know if you need anything else!
    """

  /// Better, and not yet right.
  private static let second =
    first.replacing("\"Germany\"", with: "\"DE\"").replacing("\"United Kingdom\"", with: "\"GB\"")
    .replacing("Sure! Here is the invoice as JSON:\n\n", with: "").replacing("'", with: "\"")
    .replacing("  // 30 days later", with: "").replacing("\nLet me know if you need anything else!", with: "")

  /// A stream of Ollama, some letters a piece.
  private static func stream(_ text: String, tokens: Int) -> [String] {
    func line(_ content: String, _ rest: String) -> String {
      let quoted = content.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return
        #"{"model":"llama3.2","created_at":"2026-11-27T12:00:00Z","message":{"role":"assistant","content":"\#(quoted)"},\#(rest)}"#
        + "\n"
    }
    var pieces: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      pieces.append(line(String(rest.prefix(6)), #""done":false"#))
      rest = rest.dropFirst(6)
    }
    let end = #""done":true,"done_reason":"stop","prompt_eval_count":\#(tokens),"eval_count":\#(pieces.count)"#
    return pieces + [line("", end)]
  }

  private final class Scripted: Transport {
    let answers: Mutex<[[String]]>

    init(_ answers: [[String]]) { self.answers = Mutex(answers) }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      let lines = answers.withLock { $0.removeFirst() }
      return HTTPResponse(
        status: 200, headers: HTTPHeaders([(name: "content-type", value: "application/x-ndjson")]),
        body: HTTPBody(lines.map { Array($0.utf8) }))
    }
  }

  @Test("Its cassette is what its own requests get")
  func cassette() async throws {
    let recorder = CassetteRecorder()
    let scripted = Scripted([Self.stream(Self.first, tokens: 812), Self.stream(Self.second, tokens: 1_204)])
    let transport = recorder.transport(around: scripted)
    _ = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), ids: { "demo" }) {
      await Demo(screen: Self.silent, folder: PackageRoot.path).run(live: "ollama:llama3.2", over: transport)
    }
    var cassette = Cassette(
      .authored, note: "The demo: a small model that was not held to the schema, and is asked again.")
    cassette.exchanges = await recorder.finish().map { exchange in
      var exchange = exchange
      exchange.date = nil
      guard case .response(var response) = exchange.outcome else { return exchange }
      // As a small model writes on a laptop.
      response.time = .milliseconds(420)
      for index in response.chunks.indices { response.chunks[index].time = .milliseconds(450 + 16 * index) }
      exchange.outcome = .response(response)
      return exchange
    }
    #expect(cassette.exchanges.count == 2)
    #expect(Demo.cassette == "Golden/cassettes/ollama/demo-invoice.xml")
    Golden.expect(String(decoding: try cassette.xml(), as: UTF8.self), equals: Demo.cassette)
  }

  private static let silent = Screen(size: nil, usesColor: false) { _ in }

  private final class Page: Sendable {
    let text = Mutex("")
  }

  private func run(size: Screen.Size?) async -> (isDone: Bool, text: String) {
    let page = Page()
    let screen = Screen(size: size, usesColor: false) { text in page.text.withLock { $0 += text } }
    let isDone = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      await Demo(screen: screen, folder: PackageRoot.path).run(live: nil)
    }
    return (isDone, page.text.withLock { $0 })
  }

  @Test("It shows the whole way")
  func shown() async throws {
    let run = await run(size: nil)
    #expect(run.isDone)
    Golden.expect(run.text, equals: "Golden/cli/demo.txt")
  }

  @Test("On a terminal the value fills in place, and no row is too long for it", arguments: [(80, 24), (40, 10)])
  func terminal(columns: Int, rows: Int) async throws {
    let run = await run(size: Screen.Size(columns: columns, rows: rows))
    #expect(run.isDone)
    let steps = run.text.split(separator: "\u{1B}[")
    #expect(steps.count > 20)
    // A step up is never longer than what was written before it, nor than the terminal.
    #expect(
      steps.dropFirst().allSatisfy {
        $0.hasPrefix("J") || Int($0.prefix { $0 != "A" }).map { $0 <= min(20, rows - 2) } == true
      })
    for line in run.text.split(separator: "\n") where !line.contains("\u{1B}") && line.hasPrefix(" ") {
      #expect(line.count < columns, "\(line)")
    }
  }

  @Test("A long line goes on below its beginning, broken between words; what has no blank is broken where it has to be")
  func folding() {
    func written(_ text: String, columns: Int) -> String {
      let page = Page()
      let size = Screen.Size(columns: columns, rows: 24)
      Screen(size: size, usesColor: false) { text in page.text.withLock { $0 += text } }.quote(text)
      return page.text.withLock { $0 }
    }
    #expect(written("  a longer line of words", columns: 21) == "  │   a longer line\n  │     of words\n")
    #expect(written("abcdefghijklmnopqrstuvwxyz", columns: 20) == "  │ abcdefghijklmno\n  │   pqrstuvwxyz\n")
    #expect(written("長い行は二列", columns: 13) == "  │ 長い行は\n  │   二列\n")
    #expect(written("", columns: 20) == "  │ \n")
    #expect(written("exactly here", columns: 17) == "  │ exactly here\n")
  }

  @Test("Somebody who waits is told so, until there is something to show")
  func waiting() async throws {
    let page = Page()
    let screen = Screen(size: nil, usesColor: false) { text in page.text.withLock { $0 += text } }
    let waiting = Waiting(screen: screen, patience: .milliseconds(1))
    waiting.begin()
    while page.text.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(1)) }
    await waiting.end()
    let told = page.text.withLock { $0 }
    #expect(told.hasPrefix("  (nothing to show yet, for "))
    try await Task.sleep(for: .milliseconds(20))
    #expect(page.text.withLock { $0 } == told)
  }

  @Test("A model that does not answer is told, with what to do")
  func failure() async {
    let page = Page()
    let screen = Screen(size: nil, usesColor: false) { text in page.text.withLock { $0 += text } }
    struct Refusing: Transport {
      func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        throw TransportError(.refused, "Nobody answers.")
      }
    }
    let isDone = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      await Demo(screen: screen, folder: PackageRoot.path).run(live: "ollama:x", over: Refusing())
    }
    #expect(!isDone)
    #expect(page.text.withLock { $0 }.contains("ollama serve"))
    #expect(await !Demo(screen: Self.silent, folder: "/nowhere").run(live: nil))
    #expect(await !Demo(screen: Self.silent, folder: PackageRoot.path).run(live: "nobody:x"))
  }
}
