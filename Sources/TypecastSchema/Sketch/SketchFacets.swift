import TypecastJSON

/// What one schema, and others that apply to the same value, say about it, sorted by where a sketch shows it.
struct SketchFacets {
  /// A group of `anyOf` or `oneOf`.
  struct Choice {
    let schemas: [SchemaID]
    let isExclusive: Bool
  }

  /// A sentence, and the sorts of value that it is about.
  struct Note {
    let types: TypeSet
    let text: String
  }

  /// A count's limits.
  struct Range {
    var minimum = 0
    var maximum = Int.max

    mutating func raise(to limit: Int) { minimum = max(minimum, limit) }
    mutating func lower(to limit: Int) { maximum = min(maximum, limit) }
  }

  var types = TypeSet.all

  /// Whether a sort of value that the facets say nothing about is let through for good.
  var isCondition = false

  /// The values that `enum` and `const` allow; each list counts.
  var constants: [[JSONNode]] = []

  private(set) var members: [(name: String, schemas: [SchemaID])] = []
  private var places: [ScalarText: Int] = [:]
  private(set) var required: [String] = []
  private(set) var requiredNames: Set<ScalarText> = []
  var patterns: [(pattern: String, schema: SchemaID)] = []
  var extras: SchemaID?
  var uncoveredMembers: SchemaID?

  var prefix: [SchemaID] = []
  var items: SchemaID?
  var uncoveredItems: SchemaID?

  var choices: [Choice] = []

  /// Schemas that apply too and are shown by themselves.
  var others: [SchemaID] = []

  var lengths = Range()
  var itemCounts = Range()
  var memberCounts = Range()

  /// What `minimum` and `maximum` say, as written.
  var minimums: [String] = []
  var maximums: [String] = []
  var notes: [Note] = []
  private(set) var description: String?

  var hasObject: Bool {
    !members.isEmpty || !required.isEmpty || !patterns.isEmpty || extras != nil || uncoveredMembers != nil
  }

  var hasArray: Bool { !prefix.isEmpty || items != nil || uncoveredItems != nil }

  /// Takes the description of a schema, or its title where that is all there is; what was taken first stays.
  ///
  /// - Parameter label: The name that the value goes by: a title that is no more than that says nothing.
  mutating func describe(_ json: JSONNode, called label: String?) {
    guard description == nil else { return }
    var texts = [json["description"]?.string].compactMap(\.self)
    if let title = json["title"]?.string, label.map({ Self.letters($0) != Self.letters(title) }) ?? true {
      texts.append(title)
    }
    description = texts.lazy.map(SketchText.flat).first { !$0.isEmpty }
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  mutating func addMember(_ name: String, _ schema: SchemaID) {
    if let place = places[ScalarText(name)] {
      members[place].schemas.append(schema)
    } else {
      places[ScalarText(name)] = members.count
      members.append((name, [schema]))
    }
  }

  mutating func require(_ names: [String]) {
    for name in names where requiredNames.insert(ScalarText(name)).inserted { required.append(name) }
  }

  func isRequired(_ name: String) -> Bool { requiredNames.contains(ScalarText(name)) }

  func hasMember(_ name: String) -> Bool { places[ScalarText(name)] != nil }

  /// Everything that is said in words about the sorts of value that are left.
  func sentences(about types: TypeSet) -> [String] {
    var all = [
      Note(types: .string, text: Self.phrase(lengths, "character")),
      Note(types: .array, text: Self.phrase(isCountedByPrefix ? Range() : itemCounts, "item")),
      Note(types: .object, text: Self.phrase(memberCounts, "member")),
    ]
    all += bounds.map { Note(types: .number, text: $0) } + notes
    return (description.map { [$0] } ?? [])
      + all.filter { !$0.text.isEmpty && !$0.types.isDisjoint(with: types) }.map(\.text)
  }

  /// The sorts of value that the sentences are about.
  var typesOfSentences: TypeSet {
    var types: TypeSet = notes.reduce(into: []) { types, note in if note.types != .all { types.formUnion(note.types) } }
    if !minimums.isEmpty || !maximums.isEmpty { types.formUnion(.number) }
    if lengths.minimum > 0 || lengths.maximum < Int.max { types.formUnion(.string) }
    if itemCounts.minimum > 0 || itemCounts.maximum < Int.max { types.formUnion(.array) }
    if memberCounts.minimum > 0 || memberCounts.maximum < Int.max { types.formUnion(.object) }
    return types
  }

  private var bounds: [String] {
    if minimums.count == 1, maximums.count == 1 { return ["\(minimums[0]) to \(maximums[0])"] }
    return minimums.map { ">= \($0)" } + maximums.map { "<= \($0)" }
  }

  /// Whether a tuple itself says how many items there are.
  private var isCountedByPrefix: Bool {
    !prefix.isEmpty && items == nil && itemCounts.minimum == prefix.count && itemCounts.maximum == prefix.count
  }

  /// A count's limits in words; nothing where there are none.
  static func phrase(
    _ range: Range, _ noun: String, atLeast: String = "min", atMost: String = "max"
  ) -> String {
    let (minimum, maximum) = (range.minimum, range.maximum)
    if maximum == Int.max { return minimum == 0 ? "" : "\(atLeast) \(Preview.limit(minimum, noun))" }
    if minimum == maximum { return "exactly \(Preview.plural(minimum, noun))" }
    return minimum == 0
      ? "\(atMost) \(Preview.plural(maximum, noun))" : "\(minimum) to \(Preview.plural(maximum, noun))"
  }
}
