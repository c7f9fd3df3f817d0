import TestSupport
import Typecast
import TypecastJSON
import TypecastSchema

/// Feeds answers in pieces, for tests.
enum AnswerGrowth {
  /// What is known of a text that came in pieces of so many bytes, before its end and behind it.
  static func states(
    of bytes: [UInt8], _ schema: CompiledSchema? = nil, level: RepairLevel = .mend, by count: Int,
    isCutOff: Bool = false, see: (PartialJSON, Int) -> Void = { _, _ in }
  ) -> (open: PartialJSON?, end: PartialJSON?) {
    var answer = GrowingAnswer(schema, level: level)
    var changes = 0
    var start = 0
    while start < bytes.count {
      let end = min(start + count, bytes.count)
      bytes[start..<end].withUnsafeBufferPointer { answer.append($0) }
      start = end
      if answer.changes > changes, let value = answer.value { see(value, start) }
      changes = answer.changes
    }
    let open = answer.value
    answer.finish(isCutOff: isCutOff)
    return (open, answer.value)
  }

  /// What is known at the end, and whether that is complete: `…` stands where more may come.
  static func end(of text: String, _ schema: CompiledSchema? = nil, level: RepairLevel = .mend, by count: Int = 4)
    -> String?
  {
    states(of: Array(text.utf8), schema, level: level, by: count).end?.description
  }

  /// The broken texts of the goldens, by the rule that they are for.
  static let broken: [(rule: String, text: String, schema: CompiledSchema?)] = {
    let files = PackageRoot.files(below: "Golden/repairs", suffix: ".jsonl")
    return files.filter { !$0.hasSuffix(".answers.jsonl") }.flatMap { file in
      let lines = (try? PackageRoot.text(of: file))?.split(separator: "\n") ?? []
      return lines.compactMap { line -> (rule: String, text: String, schema: CompiledSchema?)? in
        guard let request = try? JSONValue(parsing: String(line)), let text = request["text"]?.string else {
          return nil
        }
        let schema = request["schema"].flatMap { try? CompiledSchema(parsing: $0.description) }
        let rule = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
        return (rule, text, schema)
      }
    }
  }()
}

extension PartialJSON {
  /// Whether a value is what this one may still become.
  func mayBecome(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.string(let text), .string(let whole)):
      return text.withUTF8 { text in whole.utf8.starts(with: text) } && (!text.isComplete || text.string == whole)
    case (.array(let elements), .array(let all)):
      return elements.count <= all.count && (!elements.isComplete || elements.count == all.count)
        && zip(elements, all).allSatisfy { $0.mayBecome($1) }
    case (.object(let members), .object(let all)):
      return (!members.isComplete || members.count == all.count)
        && members.allSatisfy { member in all[member.key].map { member.value.mayBecome($0) } ?? false }
    case (.number(let number), .number(let whole)): return number == whole
    case (.bool(let bool), .bool(let whole)): return bool == whole
    case (.null, .null): return true
    default: return false
    }
  }

  /// All numbers in it.
  var numbers: [JSONNumber] {
    switch self {
    case .number(let number): [number]
    case .array(let elements): elements.flatMap(\.numbers)
    case .object(let members): members.flatMap(\.value.numbers)
    case .null, .bool, .string: []
    }
  }
}
