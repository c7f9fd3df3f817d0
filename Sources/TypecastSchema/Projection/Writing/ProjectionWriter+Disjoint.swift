import TypecastJSON

extension ProjectionWriter {
  /// More alternatives than these are not held against each other.
  private static let mostAlternatives = 40

  /// Whether no value fits two of some shapes, as far as can be told at a glance.
  func areDisjoint(_ alternatives: [ShapeID]) -> Bool {
    guard alternatives.count <= Self.mostAlternatives else { return false }
    for (index, left) in alternatives.enumerated() {
      for right in alternatives[(index + 1)...] where !areDisjoint(shapes[left], shapes[right]) { return false }
    }
    return true
  }

  private func areDisjoint(_ left: Shape, _ right: Shape) -> Bool {
    guard left.alternatives == nil, right.alternatives == nil else { return false }
    if let values = left.values { return values.allSatisfy { excludes($0, right) } }
    if let values = right.values { return values.allSatisfy { excludes($0, left) } }
    let common = left.types.intersection(right.types)
    if common.isEmpty { return true }
    guard common == .object else { return false }
    // Objects differ by a member that both need, each with values of its own.
    return left.object.members.contains { member in
      guard let other = right.object.members.first(where: { ScalarText($0.name) == ScalarText(member.name) }),
        member.isRequired, other.isRequired, let values = shapes[member.shape].values
      else { return false }
      return values.allSatisfy { excludes($0, shapes[other.shape]) }
    }
  }

  /// Whether a shape surely does not allow a value.
  private func excludes(_ value: JSONNode, _ shape: Shape) -> Bool {
    if shape.alternatives != nil { return false }
    if let values = shape.values { return !values.contains { $0.isEqual(to: value) } }
    return !shape.types.allows(value)
  }
}
