/// What is given up so that a schema as a whole stays within a dialect's limits.
struct Relief: Equatable {
  /// Enums that list more values than these are widened to their types.
  var enumValues = Int.max

  /// How many enums of exactly so many values stay; those that are written first.
  var enumsAtLimit = Int.max

  /// Enums of more characters than these are widened to their types.
  var enumCharacters = Int.max

  /// Whether choices among values of one scalar type are any value of it.
  var mergesScalars = false

  /// How many members are always there and null where they would be missing, of those that may be null anyway, and of the
  /// others; those that are written first.
  var requiredNullable = 0
  var requiredOthers = 0

  /// What else to give up, seeing how a schema came out; nil where nothing more helps.
  func further(for finished: FinishedSchema, _ writer: ProjectionWriter) -> Relief? {
    var relief = self
    for limit in writer.facts.limits {
      guard let count = finished.counts[limit.measure], count > limit.most else { continue }
      switch limit.measure {
      case .enumValues: relief.limitEnums(finished.enums.map(\.values), by: count - limit.most)
      case .characters: relief.limitCharacters(finished.enums.map(\.characters), by: count - limit.most)
      case .unions: relief.mergesScalars = true
      case .optionalProperties: relief.require(count - limit.most, finished, writer)
      case .properties, .enumCharacters: break
      }
    }
    return relief == self ? nil : relief
  }

  /// Widens the largest enums until so many values less are listed.
  private mutating func limitEnums(_ sizes: [Int], by excess: Int) {
    var left = excess
    var size = enumValues
    var kept = enumsAtLimit
    for group in Dictionary(grouping: sizes, by: \.self).sorted(by: { $0.key > $1.key }) where left > 0 {
      let widened = min(group.value.count, (left + group.key - 1) / group.key)
      left -= widened * group.key
      (size, kept) = (group.key, group.value.count - widened)
    }
    if left <= 0 { (enumValues, enumsAtLimit) = (size, kept) }
  }

  /// Widens the enums of the most characters until there are so many less.
  private mutating func limitCharacters(_ sizes: [Int], by excess: Int) {
    var left = excess
    for size in sizes.sorted(by: >) where left > 0 && size > 0 {
      left -= size
      if left <= 0 { enumCharacters = size - 1 }
    }
  }

  /// Lets members that may be missing be null instead, where that does not make too many unions.
  private mutating func require(_ excess: Int, _ finished: FinishedSchema, _ writer: ProjectionWriter) {
    guard requiredNullable == 0, requiredOthers == 0 else { return }
    let nullable = min(excess, writer.optionalNullable)
    let others = excess - nullable
    let unions = writer.facts.limits.first { $0.measure == .unions }
    guard others <= writer.optionalOthers,
      unions.map({ (finished.counts[.unions] ?? 0) + others <= $0.most }) ?? true
    else { return }
    (requiredNullable, requiredOthers) = (nullable, others)
  }
}
