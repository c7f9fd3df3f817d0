import TypecastJSON
import TypecastSchema

/// One way to make a value of a text.
struct CastAttempt {
  var document: JSONDocument
  var repairs: [Repair]

  /// The place in the text that a place in the document comes from.
  let origin: (Int) -> Int

  /// Whether there are several readings of which none is better.
  var isAmbiguous = false

  /// What it costs beside its repairs: parts that can't be read.
  var penalty = 0

  init(document: JSONDocument, repairs: [Repair], origin: @escaping (Int) -> Int) {
    self.document = document
    self.repairs = repairs
    self.origin = origin
  }

  var cost: Int { repairs.reduce(penalty) { $0 + $1.cost } }

  /// The same with a value that follows the schema as far as it can be made to.
  func coerced(by coercer: inout Coercer) -> CastAttempt {
    let reading = coercer.read(document.root.value)
    guard reading.cost > 0 || !reading.changes.isEmpty else { return self }
    var result = self
    result.isAmbiguous = reading.changes.contains { $0.rule == .ambiguous }
    let changes = reading.changes.filter { $0.rule != .ambiguous }
    result.penalty = reading.cost / Reading.failure * Reading.failure
    guard !changes.isEmpty,
      let changed = try? JSONDocument(
        JSONWriter().bytes(of: reading.value), options: JSONOptions(depthLimit: JSONOptions.greatestDepthLimit))
    else { return result }
    result.document = changed
    result.repairs += changes.map { change in
      Repair(
        change.rule, at: change.place.target, offset: origin(offset(of: change.place.source)), message: change.message,
        cost: change.cost)
    }
    return result
  }

  /// Where a place of the document stands, or the part of it that there is.
  private func offset(of pointer: JSONPointer) -> Int {
    var node = document.root
    for token in pointer.tokens {
      let next: JSONNode? =
        node.type == .array ? JSONPointer.index(token.string).flatMap { node[$0] } : node[token.string]
      guard let next else { break }
      node = next
    }
    return node.offset
  }
}

extension ShapeGraph {
  /// Whether the value may be an object or an array.
  func allowsContainer(_ id: ShapeID, depth: Int = 0) -> Bool {
    let shape = self[id]
    if let alternatives = shape.alternatives, depth < 8 {
      return alternatives.contains { allowsContainer($0, depth: depth + 1) }
    }
    if let values = shape.values { return values.contains { $0.type == .object || $0.type == .array } }
    return !shape.types.isDisjoint(with: [.object, .array])
  }

  /// Whether the value may be an array.
  func allowsArray(_ id: ShapeID, depth: Int = 0) -> Bool {
    let shape = self[id]
    if let alternatives = shape.alternatives, depth < 8 {
      return alternatives.contains { allowsArray($0, depth: depth + 1) }
    }
    return shape.types.contains(.array)
  }

  /// Whether the value may be something that is neither object nor array.
  func allowsScalar(_ id: ShapeID, depth: Int = 0) -> Bool {
    let shape = self[id]
    if let alternatives = shape.alternatives, depth < 8 {
      return alternatives.contains { allowsScalar($0, depth: depth + 1) }
    }
    if let values = shape.values { return values.contains { $0.type != .object && $0.type != .array } }
    return !shape.types.isDisjoint(with: [.string, .number, .boolean, .null])
  }
}
