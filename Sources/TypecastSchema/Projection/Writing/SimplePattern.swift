/// Writes patterns in the notation that every converter of schemas into grammars reads the same way: anchored at both
/// ends, plain groups, classes of printable ASCII.
///
/// A grammar matches the text between the quotes before its escapes are undone, so a quote, a backslash or a control
/// character that a pattern allows would come out raw and make the reply invalid JSON.
struct SimplePattern {
  /// Why a pattern can't be written so.
  enum Obstacle: Error {
    case notAnchored, rawCharacters, beyondASCII, notRegular, tooManyRepetitions, repeatsNothing

    var reason: String {
      switch self {
      case .notAnchored: "it is not anchored with ^ and $"
      case .rawCharacters: "it allows quotes, backslashes or control characters, which would not be escaped"
      case .beyondASCII: "it has characters beyond ASCII"
      case .notRegular: "it looks around, refers back or has an anchor inside"
      case .tooManyRepetitions: "it repeats more than \(SimplePattern.mostRepetitions) times"
      case .repeatsNothing: "it repeats what may be empty"
      }
    }
  }

  private static let mostRepetitions = 2_000
  private static let longest = 20_000

  /// How often what is being written is repeated by what is around it.
  private var factor = 1
  private var length = 0

  static func text(of root: PatternNode) -> Result<String, Obstacle> {
    guard let body = root.anchoredBody else { return .failure(.notAnchored) }
    var writer = SimplePattern()
    return Result { () throws(Obstacle) in
      let text = try writer.write(body)
      guard !text.isEmpty else { throw .repeatsNothing }
      return "^\(text)$"
    }
  }

  private mutating func write(_ node: PatternNode) throws(Obstacle) -> String {
    length += 1
    guard length < Self.longest else { throw .tooManyRepetitions }
    switch node {
    case .empty: return ""
    case .scalar(let scalar):
      let character = try Self.printable(scalar)
      return "\\^$.*+?()[]{}|".unicodeScalars.contains(character) ? "\\\(character)" : "\(character)"
    case .set(let set):
      if let scalar = set.single { return try write(.scalar(scalar)) }
      return try Self.characterClass(set)
    case .sequence(let nodes):
      var text = ""
      for node in nodes { text += try write(node) }
      return text
    case .capture(let body, _, _): return try write(body)
    case .choice(let nodes): return try choice(nodes)
    case .repetition(let body, let minimum, let maximum, _): return try repetition(body, minimum, maximum)
    case .assertion, .look, .backReference: throw .notRegular
    }
  }

  private mutating func choice(_ nodes: [PatternNode]) throws(Obstacle) -> String {
    var options: [String] = []
    var isOptional = false
    for node in nodes {
      let option = try write(node)
      if option.isEmpty { isOptional = true } else { options.append(option) }
    }
    guard !options.isEmpty else { return "" }
    return "(\(options.joined(separator: "|")))\(isOptional ? "?" : "")"
  }

  private mutating func repetition(
    _ body: PatternNode, _ minimum: Int, _ maximum: Int?
  ) throws(Obstacle) -> String {
    if maximum == 0 { return "" }
    let most = max(maximum ?? minimum, 1)
    if maximum != 1, body.lengths.lowerBound == 0 { throw .repeatsNothing }
    guard most <= Self.mostRepetitions / factor else { throw .tooManyRepetitions }
    factor *= most
    defer { factor /= most }
    let operand: String
    switch body {
    // A count after a letter would be read as one for the word before it as well.
    case .scalar(let scalar): operand = try Self.characterClass(ScalarSet(scalar: scalar))
    case .set(let set): operand = try Self.characterClass(set)
    default:
      let inner = try write(body)
      if inner.isEmpty { return "" }
      operand = "(\(inner))"
    }
    switch (minimum, maximum) {
    case (0, nil): return operand + "*"
    case (1, nil): return operand + "+"
    case (0, 1): return operand + "?"
    case (1, 1): return operand
    case (let least, nil): return "\(operand){\(least),}"
    case (let least, let most?): return least == most ? "\(operand){\(least)}" : "\(operand){\(least),\(most)}"
    }
  }

  // MARK: - Characters

  private static func printable(_ scalar: UInt32) throws(Obstacle) -> Unicode.Scalar {
    guard scalar < 0x7F else { throw scalar == 0x7F ? .rawCharacters : .beyondASCII }
    guard scalar >= 0x20, scalar != 0x22, scalar != 0x5C, let character = Unicode.Scalar(scalar) else {
      throw .rawCharacters
    }
    return character
  }

  private static func characterClass(_ set: ScalarSet) throws(Obstacle) -> String {
    let hasRaw = set.contains(0x22) || set.contains(0x5C) || set.ranges.first.map { $0.first < 0x20 } ?? true
    if hasRaw { throw .rawCharacters }
    var text = ""
    var hasHyphen = false
    for range in set.ranges {
      _ = try printable(range.last)
      if range.first == 0x2D, range.last == 0x2D {
        hasHyphen = true
        continue
      }
      let first = try member(range.first)
      let last = try member(range.last)
      text += range.first == range.last ? first : range.last == range.first + 1 ? first + last : "\(first)-\(last)"
    }
    return "[\(text)\(hasHyphen ? "-" : "")]"
  }

  private static func member(_ scalar: UInt32) throws(Obstacle) -> String {
    switch scalar {
    case 0x5E: "\\x5E"
    case 0x2D: "\\x2D"
    case 0x5B, 0x5D: "\\\(try printable(scalar))"
    default: "\(try printable(scalar))"
    }
  }
}

extension PatternNode {
  /// What stands between the anchors of a pattern that has them at both ends.
  var anchoredBody: PatternNode? {
    switch self {
    case .capture(let body, _, _): return body.anchoredBody
    case .choice(let nodes):
      let bodies = nodes.compactMap(\.anchoredBody)
      return bodies.count == nodes.count ? .choice(bodies) : nil
    case .sequence(let nodes):
      guard nodes.count >= 2, nodes.first == .assertion(.start), nodes.last == .assertion(.end) else { return nil }
      return .sequence(Array(nodes.dropFirst().dropLast()))
    default: return nil
    }
  }

  /// How many characters a text has in which the pattern is found.
  var lengthsOfWholeText: ClosedRange<Int> {
    anchoredBody?.lengths ?? lengths.lowerBound...Int.max
  }

  /// How many characters a match has.
  var lengths: ClosedRange<Int> {
    func sum(_ left: Int, _ right: Int) -> Int {
      let (sum, isTooMuch) = left.addingReportingOverflow(right)
      return isTooMuch ? Int.max : sum
    }
    func product(_ left: Int, _ right: Int) -> Int {
      let (product, isTooMuch) = left.multipliedReportingOverflow(by: right)
      return isTooMuch ? Int.max : product
    }
    switch self {
    case .empty, .assertion, .look: return 0...0
    case .scalar, .set: return 1...1
    case .backReference: return 0...Int.max
    case .capture(let body, _, _): return body.lengths
    case .sequence(let nodes):
      return nodes.reduce(0...0) { total, node in
        let own = node.lengths
        return sum(total.lowerBound, own.lowerBound)...sum(total.upperBound, own.upperBound)
      }
    case .choice(let nodes):
      let all = nodes.map(\.lengths)
      return (all.map(\.lowerBound).min() ?? 0)...(all.map(\.upperBound).max() ?? 0)
    case .repetition(let body, let minimum, let maximum, _):
      let own = body.lengths
      let most = maximum.map { product(own.upperBound, $0) } ?? (own.upperBound == 0 ? 0 : Int.max)
      return product(own.lowerBound, minimum)...max(most, product(own.lowerBound, minimum))
    }
  }
}
