public import TypecastJSON

/// Makes up values for a schema: valid ones, and others that violate one keyword.
///
/// The same schema, seed and options give the same values everywhere. Every value has been checked before it is returned.
public struct InstanceGenerator: Sendable {
  let schema: CompiledSchema
  let flavour: InstanceFlavour
  var drawing: InstanceDrawing

  /// How often a search starts anew.
  private static let attempts = 6

  /// How many places are put right in one value.
  private static let repairs = 12

  /// A sequence of values for a schema.
  ///
  /// - Parameters:
  ///   - schema: What the values follow, or violate.
  ///   - seed: What tells one sequence of values from another.
  ///   - flavour: What the values look like.
  ///   - limits: How large the values get, and how long is searched for one.
  public init(
    _ schema: CompiledSchema, seed: UInt64 = 0, flavour: InstanceFlavour = .typical,
    limits: InstanceLimits = InstanceLimits()
  ) {
    self.schema = schema
    self.flavour = flavour
    drawing = InstanceDrawing(schema.graph, flavour: flavour, limits: limits, seed: seed)
  }

  /// A valid value; nil if none was found, which does not mean that there is none.
  public mutating func valid() -> JSONValue? {
    for attempt in 0..<Self.attempts {
      drawing.flavour = attempt < 3 ? flavour : .minimal
      defer { drawing.flavour = flavour }
      drawing.refill()
      guard let value = drawing.draw([.holds(drawing.graph.root)], at: 0) else { continue }
      if isValid(value) { return value }
      if let repaired = repaired(value) { return repaired }
    }
    return nil
  }

  func isValid(_ value: JSONValue) -> Bool {
    guard let document = try? JSONDocument(value) else { return false }
    return (try? schema.isValid(document)) ?? false
  }

  // MARK: - Repair

  /// Draws the places anew that the schema rejects.
  private mutating func repaired(_ value: JSONValue) -> JSONValue? {
    var value = value
    for round in 0..<Self.repairs {
      guard let document = try? JSONDocument(value), let report = try? schema.validate(document) else { return nil }
      if report.isValid { return isValid(value) ? value : nil }
      guard let error = report.errors.max(by: { $0.instancePointer.tokens.count < $1.instancePointer.tokens.count })
      else { return nil }
      var pointer = error.instancePointer
      // What can't be put right where it is may hang on what is around it.
      for _ in 0..<(round / 4) where !pointer.tokens.isEmpty { pointer.removeLast() }
      guard let place = InstancePlaces(of: document, in: drawing.graph)?.place(at: pointer) else { return nil }
      guard !drawing.isExhausted else { return nil }
      guard let part = drawing.draw(place.claims, at: pointer.tokens.count, named: pointer.tokens.last?.string) else {
        continue
      }
      value = value.replacing(pointer.tokens[...], with: part)
    }
    return nil
  }
}

extension JSONValue {
  /// The value with the part exchanged that a pointer's tokens lead to; itself where they lead nowhere.
  func replacing(_ tokens: ArraySlice<ScalarText>, with part: JSONValue) -> JSONValue {
    guard let token = tokens.first else { return part }
    switch self {
    case .object(var object):
      guard let member = object[token.string] else { return self }
      object[token.string] = member.replacing(tokens.dropFirst(), with: part)
      return .object(object)
    case .array(var elements):
      guard let index = JSONPointer.index(token.string), index < elements.count else { return self }
      elements[index] = elements[index].replacing(tokens.dropFirst(), with: part)
      return .array(elements)
    default:
      return self
    }
  }
}
