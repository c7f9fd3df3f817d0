import TypecastJSON

/// Tells from the string that one member holds which of many alternatives are worth a try.
///
/// Alternatives of a union usually differ in a member with a constant: `"type": "circle"` here, `"type": "square"` there.
struct AlternativeIndex {
  /// The one name of the member.
  let name: NameTable

  /// The strings that any alternative demands there.
  let values: NameTable

  /// For each string, where its alternatives stand in `alternatives`; last, those left by any other string.
  let ranges: UnsafePointer<Slice>

  /// Numbers of alternatives, in their order.
  let alternatives: UnsafePointer<Int32>

  struct Slice {
    let start: Int32
    let count: Int32
  }

  /// Fewer alternatives are tried one by one as fast.
  static let worthwhileCount = 3

  /// The alternatives left for an object; nil if its member is missing or no string, which leaves all.
  func alternatives(for index: Int, in view: TapeView) -> UnsafeBufferPointer<Int32>? {
    let end = Int(view.nodes[index].link)
    var key = index + 1
    while key < end {
      let node = view.nodes[key]
      if !node.has(TapeNode.shadowed), name.find(node, view, predicted: 0) == 0 {
        let value = view.nodes[key + 1]
        guard value.kind == .string else { return nil }
        let number = values.find(value, view, predicted: values.count)
        let slice = ranges[number < 0 ? values.count : number]
        return UnsafeBufferPointer(start: alternatives + Int(slice.start), count: Int(slice.count))
      }
      key = view.after(key + 1)
    }
    return nil
  }
}

/// Finds the member by which alternatives can be told apart.
struct AlternativeIndexBuilder {
  let drafts: [PlanDraft]
  let memory: PlanMemory

  func index(of alternatives: [SchemaID]) -> AlternativeIndex? {
    guard alternatives.count >= AlternativeIndex.worthwhileCount else { return nil }
    // Many alternatives may share one large schema.
    let looks = alternatives.reduce(0) { $0 + applied($1).reduce(0) { $0 + $1.properties.count } }
    guard looks <= 1 << 16 else { return nil }
    let demands = alternatives.map { demandedStrings(of: $0) }
    var popularity: [ScalarText: Int] = [:]
    for name in demands.flatMap(\.keys) { popularity[name, default: 0] += 1 }
    // The most frequent name; among equals the first in the alphabet, so that every build chooses the same.
    guard let (name, count) = popularity.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }),
      count * 2 >= alternatives.count, count >= 2
    else { return nil }

    var values: [ScalarText] = []
    var takers: [ScalarText: [Int32]] = [:]
    var indifferent: [Int32] = []
    for (number, demand) in demands.enumerated() {
      if demand[name] == nil { indifferent.append(Int32(number)) }
      for value in demand[name] ?? [] {
        if takers[value] == nil { values.append(value) }
        takers[value, default: []].append(Int32(number))
      }
    }
    // Many alternatives without a demand would be listed with every string.
    let listed = takers.values.reduce(0) { $0 + $1.count } + (values.count + 1) * indifferent.count
    guard listed <= 1 << 16 else { return nil }
    var numbers: [Int32] = []
    var ranges: [AlternativeIndex.Slice] = []
    for value in values.map(Optional.some) + [nil] {
      let left = ((value.flatMap { takers[$0] } ?? []) + indifferent).sorted()
      ranges.append(.init(start: Int32(numbers.count), count: Int32(left.count)))
      numbers += left
    }
    return AlternativeIndex(
      name: NameTable([name.string], in: memory), values: NameTable(values.map(\.string), in: memory),
      ranges: memory.keep(ranges), alternatives: memory.keep(numbers))
  }

  /// For each member that may only hold certain strings, if it holds a string: those.
  private func demandedStrings(of id: SchemaID) -> [ScalarText: Set<ScalarText>] {
    var result: [ScalarText: Set<ScalarText>] = [:]
    for draft in applied(id) {
      for (name, schema) in draft.properties {
        guard let strings = constants(of: schema) else { continue }
        result[ScalarText(name)] = result[ScalarText(name)].map { $0.intersection(strings) } ?? strings
      }
    }
    return result
  }

  private func constants(of id: SchemaID) -> Set<ScalarText>? {
    var result: Set<ScalarText>?
    for draft in applied(id) {
      for case .oneOfConstants(let values) in draft.steps {
        let strings = Set(values.compactMap(\.string).map(ScalarText.init))
        result = result.map { $0.intersection(strings) } ?? strings
      }
    }
    return result
  }

  /// A schema and those that it applies without condition, as far as a few steps reach.
  private func applied(_ id: SchemaID) -> [PlanDraft] {
    var found = [drafts[id.index]]
    var next = 0
    while next < found.count {
      for case .apply(let target) in found[next].steps where found.count < 16 { found.append(drafts[target.index]) }
      next += 1
    }
    return found
  }
}
