import TypecastJSON

/// How a shape differs from an earlier one.
public struct ShapeDifferences: Hashable, Sendable {
  /// The first differences, in the order of their places.
  public fileprivate(set) var told: [ShapeDifference] = []

  /// How many there are besides.
  public fileprivate(set) var others = 0

  /// Whether the shapes are the same.
  public var isEmpty: Bool { told.isEmpty && others == 0 }
}

/// A place at which a shape differs from an earlier one.
public struct ShapeDifference: Hashable, Sendable, CustomStringConvertible {
  /// The place, such as `body/choices/*/message`. `*` stands for the elements of an array, and a name in parentheses
  /// for what events or elements say that they are. Long names are cut.
  public let place: String

  /// What stood there, such as `null | string`, or `string in 2 of 5` where not every object has it; nil for nothing.
  public let old: String?

  /// What stands there now; nil for nothing.
  public let new: String?

  /// One line: `+` before what came, `-` before what went, `~` before what is another.
  public var description: String {
    switch (old, new) {
    case (nil, let new?): "+ \(place): \(new)"
    case (let old?, nil): "- \(place): \(old)"
    default: "~ \(place): \(old ?? "") -> \(new ?? "")"
    }
  }
}

/// Goes through two shapes at once.
struct ShapeComparison {
  private(set) var differences = ShapeDifferences()
  private let limit: Int

  /// How much of a name, or of what a header says, is told.
  private static let longest = 60

  /// Whether it counts how many objects have a member. In a stream it does not: most is said once, at the beginning or
  /// at the end, however many events there are.
  private var counts = false
  private var names: [String] = []

  init(limit: Int) {
    self.limit = limit
  }

  mutating func compare(_ old: String?, _ new: String?, at name: String) {
    guard old != new else { return }
    names = [name.shortened(to: Self.longest)]
    tell(old?.shortened(to: Self.longest), new?.shortened(to: Self.longest))
  }

  mutating func compare(_ old: ValueShape?, _ new: ValueShape?, at name: String, counts: Bool) {
    names = [name]
    self.counts = counts
    compare(old, new, of: nil)
  }

  /// - Parameter objects: How many objects there are that could have the value, where it is a member.
  private mutating func compare(_ old: ValueShape?, _ new: ValueShape?, of objects: (old: Int, new: Int)?) {
    let wasOptional = counts && (old?.count ?? 0) < (objects?.old ?? 0) && old != nil
    let isOptional = counts && (new?.count ?? 0) < (objects?.new ?? 0) && new != nil
    if old?.types != new?.types || wasOptional != isOptional {
      let shares = wasOptional || isOptional
      tell(
        old.map { Self.words($0, of: shares ? objects?.old : nil) },
        new.map { Self.words($0, of: shares ? objects?.new : nil) })
    }
    for name in Self.names(old?.members, new?.members) {
      names.append(JSONPointer.escape(name.string.shortened(to: Self.longest)))
      compare(old?.members[name], new?.members[name], of: (old?.objects ?? 0, new?.objects ?? 0))
      names.removeLast()
    }
    for sort in Self.names(old?.elements, new?.elements) {
      names.append(sort.isEmpty ? "*" : "*(\(sort))")
      compare(old?.elements[sort], new?.elements[sort], of: nil)
      names.removeLast()
    }
  }

  private static func names<Name: Comparable>(_ old: [Name: ValueShape]?, _ new: [Name: ValueShape]?) -> [Name] {
    guard let old else { return new?.keys.sorted() ?? [] }
    guard let new else { return old.keys.sorted() }
    return Set(old.keys).union(new.keys).sorted()
  }

  private static func words(_ shape: ValueShape, of objects: Int?) -> String {
    let types = shape.types.sorted().joined(separator: " | ")
    return objects.map { "\(types) in \(shape.count) of \($0)" } ?? types
  }

  private mutating func tell(_ old: String?, _ new: String?) {
    if differences.told.count < limit {
      differences.told.append(ShapeDifference(place: place, old: old, new: new))
    } else {
      differences.others += 1
    }
  }

  /// How many names of a place are told at its beginning, and as many at its end.
  private static let mostNames = 8

  private var place: String {
    if names.count <= 2 * Self.mostNames + 1 { return names.joined(separator: "/") }
    return (names.prefix(Self.mostNames) + ["…"] + names.suffix(Self.mostNames)).joined(separator: "/")
  }
}
