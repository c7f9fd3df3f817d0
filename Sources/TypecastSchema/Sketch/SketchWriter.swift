/// Lays a sketch out as text.
enum SketchWriter {
  /// The lines of a type, and what is to be said at the end of the first.
  private struct Block {
    var lines: [String]
    var notes: [String] = []

    var isHeavy: Bool { lines.count > 1 || !notes.isEmpty }
  }

  /// The types of a document, an empty line between each two; lines end with a line feed, the last does not.
  static func text(of document: SketchDocument) -> String {
    var paragraphs = [lines(of: document.root, after: "")]
    paragraphs += document.definitions.map { lines(of: $0.type, after: "type \($0.name) =") }
    return paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// A type in one line, in parentheses where it could be taken apart.
  static func operand(_ type: SketchType) -> String {
    switch type.shape {
    case .union, .intersection: "(\(line(type)))"
    default: line(type)
    }
  }

  // MARK: - Blocks

  private static func lines(of type: SketchType, after start: String) -> [String] {
    var block = block(type)
    if block.lines[0].isEmpty || start.isEmpty {
      block.lines[0] = start + block.lines[0]
    } else {
      block.lines[0] = "\(start) \(block.lines[0])"
    }
    block.lines[0] += comment(block.notes, after: block.lines[0])
    if block.lines[0].isEmpty { block.lines.removeFirst() }
    return block.lines
  }

  private static func block(_ type: SketchType) -> Block {
    switch type.shape {
    case .word(let word): return Block(lines: [word], notes: type.notes)
    case .list(let element): return list(of: element, type.notes)
    case .tuple: return Block(lines: [line(SketchType(type.shape))], notes: type.notes)
    case .object(let members):
      guard !members.isEmpty else { return Block(lines: ["{}"], notes: type.notes) }
      var lines = ["{"]
      for member in members {
        guard let type = member.type else {
          lines.append("  " + member.label)
          continue
        }
        lines += self.lines(of: type, after: member.label + ":").map { "  " + $0 }
      }
      return Block(lines: lines + ["}"], notes: type.notes)
    case .union(let types): return combined(types, by: "|", type.notes)
    case .intersection(let types): return combined(types, by: "&", type.notes)
    }
  }

  private static func list(of element: SketchType, _ notes: [String]) -> Block {
    var block = parenthesized(element)
    block.lines[block.lines.count - 1] += "[]"
    block.notes = notes + (block.notes.isEmpty ? [] : ["each: \(joined(block.notes))"])
    return block
  }

  private static func combined(_ types: [SketchType], by operation: String, _ notes: [String]) -> Block {
    let blocks = types.map { type in
      if operation == "&", case .union = type.shape { parenthesized(type) } else { block(type) }
    }
    if blocks.count(where: \.isHeavy) < 2, !blocks.contains(where: { $0.lines[0].isEmpty }) {
      var result = Block(lines: [], notes: notes)
      for block in blocks {
        if let last = result.lines.popLast() {
          result.lines.append("\(last) \(operation) \(block.lines[0])")
          result.lines += block.lines.dropFirst()
        } else {
          result.lines = block.lines
        }
        result.notes += block.notes
      }
      return result
    }
    var lines = [""]
    for block in blocks {
      var first = "  \(operation)" + (block.lines[0].isEmpty ? "" : " " + block.lines[0])
      first += comment(block.notes, after: first)
      lines.append(first)
      lines += block.lines.dropFirst().map { "    " + $0 }
    }
    return Block(lines: lines, notes: notes)
  }

  private static func parenthesized(_ type: SketchType) -> Block {
    var block = block(type)
    switch type.shape {
    case .union, .intersection:
      block.lines[0] = "(" + block.lines[0]
      if block.lines[0] == "(" { block.lines.append(")") } else { block.lines[block.lines.count - 1] += ")" }
    default: break
    }
    return block
  }

  // MARK: - Lines

  private static func line(_ type: SketchType) -> String {
    let notes = type.notes.isEmpty ? "" : " (\(joined(type.notes)))"
    switch type.shape {
    case .word(let word): return word + notes
    case .list(let element):
      let needsParentheses = !element.notes.isEmpty
      return (needsParentheses ? "(\(line(element)))" : operand(element)) + "[]" + notes
    case .tuple(let elements, let rest):
      let items = elements.map(line) + (rest.map { ["...\(operand($0))[]"] } ?? [])
      return "[\(items.joined(separator: ", "))]" + notes
    case .object(let members):
      guard !members.isEmpty else { return "{}" + notes }
      let items = members.map { member in member.type.map { "\(member.label): \(line($0))" } ?? member.label }
      return "{ \(items.joined(separator: ", ")) }" + notes
    case .union(let types): return types.map(operand).joined(separator: " | ") + notes
    case .intersection(let types): return types.map(operand).joined(separator: " & ") + notes
    }
  }

  /// Sentences one after the other, however each of them ends.
  private static func joined(_ notes: [String]) -> String {
    var text = ""
    for note in notes {
      if let last = text.unicodeScalars.last { text += ".!?;:".unicodeScalars.contains(last) ? " " : "; " }
      text += note
    }
    return text
  }

  private static func comment(_ notes: [String], after line: String) -> String {
    notes.isEmpty ? "" : "\(line.isEmpty ? "" : " ")// \(joined(notes))"
  }
}
