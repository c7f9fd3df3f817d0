/// What came of running cases.
struct Tally: Sendable {
  /// A case in which generated code does not do what it has to.
  struct Difference: Sendable {
    let name: String
    let text: String
    let finding: String
  }

  var valid = 0
  var invalid = 0

  /// Valid values that have a number which their Swift type can't hold.
  var outOfRange = 0

  /// Values of which it takes the interpreter too much to tell whether they are valid.
  var undecided = 0

  /// How often fewer values were made up than were asked for.
  var cut = 0
  var differences: [Difference] = []

  var count: Int { valid + invalid + outOfRange + undecided + differences.count }

  mutating func add(_ other: Tally) {
    valid += other.valid
    invalid += other.invalid
    outOfRange += other.outOfRange
    undecided += other.undecided
    cut += other.cut
    differences += other.differences
  }

  mutating func add(_ outcome: Outcome, named name: @autoclosure () -> String, text: String) {
    switch outcome {
    case .valid: valid += 1
    case .invalid: invalid += 1
    case .outOfRange: outOfRange += 1
    case .difference(let finding): differences.append(Difference(name: name(), text: text, finding: finding))
    }
  }

  var summary: String {
    "\(groups.count) schemas, \(count) values: \(valid) read and written back, \(invalid) refused, \(outOfRange) out of "
      + "range, \(undecided) undecided, \(differences.count) different" + (cut > 0 ? "; \(cut) times cut short" : "")
  }
}
