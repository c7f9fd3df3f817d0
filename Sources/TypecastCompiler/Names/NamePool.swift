/// Names that are given once each.
struct NamePool {
  private var taken: Set<String>

  /// For each name that was wanted before, the number to go on with.
  private var numbers: [String: Int] = [:]

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// The first of some names that is free, or the last one with a number behind it.
  mutating func take(_ candidates: [String]) -> String {
    for candidate in candidates where taken.insert(candidate).inserted { return candidate }
    let base = candidates.last ?? "value"
    var number = numbers[base] ?? 2
    defer { numbers[base] = number + 1 }
    while !taken.insert("\(base)\(number)").inserted { number += 1 }
    return "\(base)\(number)"
  }
}
