import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@Suite("An answer that grows")
struct GrowingAnswerTests {
  @Test(
    "Sound JSON is known as it comes, whatever stands around it",
    arguments: [
      "", "\u{FEFF}", "Sure, here is [the order](https://x.y) for {you}:\n", "```json\n", "Look:\n\n```\n",
      "<think>{\"no\": [1]} </thinking> < /think></think>\n", "<reasoning>[</reasoning> So [a] (b): ",
      "Of `a` and ``b`` {b} ",
    ])
  func soundAsItComes(prose: String) {
    let json = #"{"id": 12, "to": ["Zoë", true], "note": "a\nb"}"#
    let before = prose.utf8.count
    for count in [1, 2, 3, 7] {
      var reader = JSONStreamReader()
      var fed = 0
      let bytes = Array((prose + json + "\n```\nIs {that} all?").utf8)
      let end = AnswerGrowth.states(of: bytes, by: count) { value, place in
        guard place > before, !reader.isComplete else { return }
        try? reader.append(bytes[before + fed..<min(place, before + json.utf8.count)])
        fed = place - before
        #expect(value == reader.value, "\(prose) at \(place)")
      }
      let isComplete = reader.isComplete
      #expect(isComplete, "\(prose)")
      #expect(end.open == end.end)
    }
  }

  @Test(
    "What is broken is known in the end",
    arguments: [
      ("{'a': 'b', 'c': ['d']}", #"{"a":"b","c":["d"]}"#),
      (#"{"a": 1 "b": 2, "c": [1 2]}"#, #"{"a":1,"b":2,"c":[1,2]}"#),
      ("{\"a\": 1, // one\n \"b\": /* two */ 2,}", #"{"a":1,"b":2}"#),
      (#"{"a": [1, "b"#, #"{"a":[1,"b…",…],…}"#),
      (#"{"a": [1, 23"#, #"{"a":[1,…],…}"#), (#"{'a': [1, 23"#, #"{"a":[1,…],…}"#),
      (#"{"a": [1, 23, "#, #"{"a":[1,23,…],…}"#), (#"{'a': [1, 23,"#, #"{"a":[1,23,…],…}"#),
      (#"{"a": tru"#, "{…}"), (#"{'a': Tru"#, "{…}"), (#"{'a': 1e"#, "{…}"), ("{'a': N", "{…}"), ("{'a': No", "{…}"),
      (#"{'a': -"#, "{…}"),
      (#"{'a': 'x\"#, #"{"a":"x…",…}"#), (#"{'a': 'x\u12"#, #"{"a":"x…",…}"#),
      ("Sure: {a: b}", #"{"a":"b"}"#), ("{'a': 1}\n```\nDone", #"{"a":1}"#), ("12", "12"), ("True", "true"),
      (#"{\"a\": \"b\"}"#, #"{"a":"b"}"#), ("\"a\": 1}", #"{"a":1}"#),
    ])
  func brokenInTheEnd(text: String, expected: String) {
    for count in [1, 3, 100] { #expect(AnswerGrowth.end(of: text, by: count) == expected) }
  }

  @Test("No text, and a text without JSON, tell nothing", arguments: ["", " ", "Sorry, I can't.", "<think>Hm", "```"])
  func nothing(text: String) {
    #expect(AnswerGrowth.end(of: text) == nil)
  }

  @Test("At the level strict nothing is passed over and nothing is mended")
  func strict() {
    #expect(AnswerGrowth.end(of: " {\"a\": [1]}", level: .strict) == #"{"a":[1]}"#)
    #expect(AnswerGrowth.end(of: "{\"a\": 1, b: 2}", level: .strict) == #"{"a":1,…}"#)
    #expect(AnswerGrowth.end(of: "```\n{}", level: .strict) == nil)
    #expect(AnswerGrowth.end(of: "[1, 2_000]", level: .strict) == "[1,…]")
    #expect(AnswerGrowth.end(of: "[1, nullable]", level: .strict) == "[1,…]")
  }

  @Test("The schema tells what is looked for")
  func schemas() throws {
    let object = try CompiledSchema(parsing: #"{"type": "object"}"#)
    #expect(AnswerGrowth.end(of: #"[Note] {"a": 1"#, object) == "{…}")
    #expect(AnswerGrowth.end(of: #"[{"a": 1, "#, object) == #"{"a":1,…}"#)
    #expect(AnswerGrowth.end(of: #"[Note] [[{'a': 1}]]"#, object) == #"{"a":1}"#)
    let text = try CompiledSchema(parsing: #"{"type": "string"}"#)
    #expect(AnswerGrowth.end(of: #""half a te"#, text) == #""half a te…""#)
    #expect(AnswerGrowth.end(of: "'all of it'", text) == #""all of it""#)
    let number = try CompiledSchema(parsing: #"{"type": "integer"}"#)
    #expect(AnswerGrowth.states(of: Array("123".utf8), number, by: 1).open == nil)
    #expect(AnswerGrowth.end(of: "123", number) == "123")
    #expect(AnswerGrowth.states(of: Array("123".utf8), number, by: 1, isCutOff: true).end == nil)
  }

  @Test("A broken text is known but for its last bytes while it comes")
  func brokenAsItComes() throws {
    let elements = (0..<500).map { "{'id': \($0), 'name': 'it''s #\($0)', ok: True, /* ? */ 'x': [1 2,],}" }
    let text = "Here:\n```json\n[" + elements.joined(separator: ",") + "]\n```"
    let whole = try Caster(level: .mend).cast(text).value
    var least = 1.0
    let states = AnswerGrowth.states(of: Array(text.utf8), by: 4) { value, place in
      #expect(value.mayBecome(whole))
      let known = Double(value.array?.completeCount ?? 0) / 500
      if place > 4000 { least = min(least, known / (Double(place) / Double(text.utf8.count))) }
    }
    #expect(least > 0.8)
    #expect(states.end.map { JSONValue($0) } == whole)
  }

  /// Where the mended value differs by design: several values become one array, of which the first is shown.
  private static let differing: Set<RepairRule> = [.severalValues]

  @Test("What is known does not turn on the cuts, and agrees with the value that the text is mended to")
  func cuts() throws {
    #expect(AnswerGrowth.broken.count > 60)
    for (rule, text, schema) in AnswerGrowth.broken {
      // Long enough that it is mended while it comes.
      for text in [text, text + String(repeating: " ", count: 300) + "and\n" + text] {
        let bytes = Array(text.utf8)
        for (schema, level) in [(nil, RepairLevel.mend), (schema, .coerce)] {
          let whole = AnswerGrowth.states(of: bytes, schema, level: level, by: max(bytes.count, 1))
          for count in [1, 2, 3, 7] {
            let numbers = Set(Self.numbers(in: bytes))
            let states = AnswerGrowth.states(of: bytes, schema, level: level, by: count) { value, _ in
              #expect(numbers.isSuperset(of: value.numbers.map(\.text)), "\(rule): \(value)")
            }
            #expect(states.open == whole.open, "\(rule): \(text)")
            #expect(states.end == whole.end, "\(rule): \(text)")
          }
        }
      }
      expectAgreement(text, rule)
    }
  }

  @Test("The same of many texts that others gathered", .needsTestData)
  func sharedTexts() throws {
    for file in try TestData.files(below: "repair", suffix: ".jsonl") {
      for line in try TestData.lines(of: file) {
        guard let text = try? JSONValue(parsing: line)["input"]?.string else { continue }
        let whole = AnswerGrowth.states(of: Array(text.utf8), by: 1_000_000)
        let states = AnswerGrowth.states(of: Array(text.utf8), by: 3)
        #expect(states.open == whole.open, "\(file): \(text)")
        #expect(states.end == whole.end, "\(file): \(text)")
        expectAgreement(text, file)
      }
    }
  }

  /// What is known in the end is the beginning of the value that the text is mended to, and all of it unless the text
  /// was cut off.
  private func expectAgreement(_ text: String, _ source: String) {
    guard let cast = try? Caster(level: .mend).cast(text) else { return }
    let rules = Set(cast.repairs.map(\.rule))
    guard rules.isDisjoint(with: Self.differing) else { return }
    let end = AnswerGrowth.states(of: Array(text.utf8), by: 3).end
    let isCutOff = !rules.isDisjoint(with: [.missingEnd, .missingQuote, .missingValue])
    // A member that takes the place of one with its key may not have come.
    if isCutOff, rules.contains(.repeatedKey) { return }
    #expect(end?.mayBecome(cast.value) == true, "\(source): \(text) is \(end?.description ?? "nothing")")
    #expect(isCutOff || end?.isComplete == true, "\(source): \(text) is \(end?.description ?? "nothing")")
  }

  /// The numbers of a text as JSON writes them.
  private static func numbers(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let runs = text.split { !"0123456789+-.eE_".contains($0) }.map { String($0.replacing("_", with: "")) }
    return runs.flatMap { run -> [String] in
      [run, "0" + run, "-0" + run.dropFirst(), String(run.dropFirst()), String(run.dropLast())]
    }
  }

  /// Each takes a second or so where it is built without optimisation; what is not linear would take hours.
  @Test(
    "Hostile texts take time in proportion to their length", .timeLimit(.minutes(15)),
    arguments: [
      ("[", 10_000), ("\"", 10_000), ("\\", 10_000), ("`", 1000), ("<", 500), ("{", 200), ("[a ", 200),
    ])
  func hostile(part: String, kilobytes: Int) {
    let count = Effort.scaled(kilobytes * 1000, by: 3) / part.utf8.count
    for start in ["", "Well, "] {
      let bytes = Array((start + String(repeating: part, count: count)).utf8)
      #expect(AnswerGrowth.states(of: bytes, by: 1009).open?.isComplete != true)
    }
  }

  @Test(
    "Hostile texts inside of a value take time in proportion, too", .timeLimit(.minutes(15)),
    arguments: [
      "\"", "\\", "'", "{", "{a ", "<think", "{\"a\":", "a{ ", "(", "/*", "[1 ", "x:", "{'a\" ", "a[,", "\u{E9}",
      "{'\\u",
    ])
  func hostileInside(part: String) {
    for start in ["{'a': '", "{a: "] {
      let bytes = Array((start + String(repeating: part, count: 20_000 / part.utf8.count)).utf8)
      #expect(AnswerGrowth.states(of: bytes, by: 101).open?.isComplete != true)
    }
  }
}
