import Testing

@testable import TypecastJSON

@Suite("The tokens of a text in pieces")
struct JSONTokenizerTests {
  /// Writes down what it is told.
  private struct Recorder: JSONEventSink {
    var text: [UInt8]
    var events: [String] = []

    private func slice(_ start: Int, _ end: Int) -> String { String(decoding: text[start..<end], as: UTF8.self) }

    mutating func openArray() { events.append("[") }
    mutating func closeArray() { events.append("]") }
    mutating func openObject() { events.append("{") }
    mutating func closeObject() -> Bool {
      events.append("}")
      return true
    }
    mutating func openString(at offset: Int) { events.append("open \(offset)") }
    mutating func appendPlain(from start: Int, to end: Int) { events.append("plain \(slice(start, end))") }
    mutating func appendEscape(from start: Int, to end: Int) { events.append("escape \(slice(start, end))") }
    mutating func closeString() { events.append("string") }
    mutating func closeKey() -> Bool {
      events.append("key")
      return true
    }
    mutating func number(from start: Int, to end: Int) { events.append("number \(slice(start, end))") }
    mutating func boolean(_ value: Bool) { events.append("\(value)") }
    mutating func null() { events.append("null") }
  }

  /// What is found in each piece.
  private func events(in pieces: [String]) throws -> [[String]] {
    var tokenizer = JSONTokenizer(depthLimit: 10)
    var recorder = Recorder(text: [])
    var found: [[String]] = []
    for piece in pieces {
      recorder.text += Array(piece.utf8)
      recorder.events = []
      let source = PaddedBytes(recorder.text)
      try tokenizer.read(source.start, count: source.count, into: &recorder)
      found.append(recorder.events)
    }
    recorder.events = []
    let isComplete = tokenizer.finish(count: recorder.text.count, into: &recorder)
    return found + [recorder.events + (isComplete ? ["end"] : [])]
  }

  @Test("come as soon as they are whole, and strings in parts")
  func tokens() throws {
    let pieces = [
      #"{"ke"#, #"y": "a\"#, #"nb\ud83d\ud"#, #"e00c","n":1"#, #"2.5e"#, "1, \"l\":[tr", "ue,fal", "se,nul", "l]}",
    ]
    #expect(
      try events(in: pieces) == [
        ["{", "open 2", "plain ke"],
        ["plain y", "key", "open 9", "plain a"],
        [#"escape \n"#, "plain b"],
        [#"escape \ud83d\ude00"#, "plain c", "string", "open 29", "plain n", "key"],
        [],
        ["number 12.5e1", "open 41", "plain l", "key", "["],
        ["true"], ["false"], ["null", "]", "}"], ["end"],
      ])
  }

  @Test("of a number at top level come when the text is finished")
  func numberAtTheEnd() throws {
    #expect(try events(in: ["-", "12"]) == [[], [], ["number -12", "end"]])
    #expect(try events(in: ["-"]) == [[], []])
    #expect(try events(in: ["[1"]) == [["["], ["number 1"]])
  }

  @Test("stop at the first byte that fits nowhere")
  func faults() {
    let faults = [
      ("[1,]", 3), ("{\"a\" 1}", 5), ("\"a\\x\"", 3), ("\"\\ud800x\"", 1), ("01", 1), ("trux", 3),
      ("[[[[[[[[[[[", 10),
    ]
    for (text, offset) in faults {
      let error = #expect(throws: JSONTokenizer.Fault.self) { _ = try events(in: [text]) }
      #expect(error?.offset == offset, "\(text)")
    }
  }
}
