import TypecastJSON

/// A value that stands in `enum` twice. Numbers are equal by value: 1 and 1.0 are one.
enum DuplicateEnumValueRule: SchemaRule {
  static let id = Diagnostic.Rule.duplicateEnumValue

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard let values = schema["enum"], values.type == .array else { return }
    for (value, rank) in EqualValues.find(in: values) {
      run.warn(id, "\(value.preview) is in \"enum\" already, at index \(rank)", at: value)
    }
  }
}

/// The elements of an array that are equal to an earlier one, with the index of that one.
enum EqualValues {
  static func find(in array: JSONNode) -> [(value: JSONNode, rank: Int)] {
    let view = TapeView(array.document)
    var seen: [UInt64: [(node: JSONNode, rank: Int)]] = [:]
    var found: [(value: JSONNode, rank: Int)] = []
    for (rank, element) in array.elements.enumerated() {
      let hash = view.hash(element.index)
      if let first = seen[hash]?.first(where: { $0.node.isEqual(to: element) }) {
        found.append((element, first.rank))
      } else {
        seen[hash, default: []].append((element, rank))
      }
    }
    return found
  }
}

extension Diagnostic.Rule {
  /// A value stands in `enum` twice.
  public static let duplicateEnumValue = Self(rawValue: "duplicate-enum-value")
}
