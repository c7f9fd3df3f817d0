import TypecastJSON

/// All that several schemas ask of one value, merged.
struct Demand {
  /// What the demand was made from.
  var claims: [Claim] = []

  var types = TypeSet.all

  /// The types that some keyword speaks about.
  var hinted = TypeSet()

  /// The values of `enum` and `const` that are left; nil where there is no such keyword.
  var constants: [JSONValue]?
  var excluded: [JSONValue] = []

  /// Values that the schema itself gives as examples or defaults.
  var suggestions: [JSONValue] = []

  // Numbers.
  var lower: NumberEnd?
  var upper: NumberEnd?
  var divisors: [JSONNumber] = []
  var nonDivisors: [JSONNumber] = []

  // Strings.
  var minLength = 0
  var maxLength = Int.max
  var patterns: [Pattern] = []
  var unwantedPatterns: [Pattern] = []
  var formats: [(format: Format, isAsserted: Bool)] = []
  var unwantedFormats: [Format] = []

  // Arrays.
  var minItems = 0
  var maxItems = Int.max
  var isUnique = false
  var hasDuplicates = false
  var elementRules: [ElementRule] = []
  var contains: [(claim: Claim, minimum: Int, maximum: Int)] = []

  /// Claims on every element.
  var allElements: [Claim] = []

  /// Claims on single elements.
  var elements: [Int: [Claim]] = [:]

  // Objects.
  var minProperties = 0
  var maxProperties = Int.max
  var required: [String] = []
  var forbidden: Set<ScalarText> = []
  var memberRules: [(rule: MemberRule, scope: [Int])] = []
  var members: [ScalarText: [Claim]] = [:]
  var names: [Claim] = []
  var nameWishes: [NameWish] = []
  var dependentNames: [(trigger: String, names: [String])] = []
  var dependentSchemas: [(trigger: String, claim: Claim)] = []

  /// Sets of claims of which one set each has to be chosen yet.
  var choices: [[[Claim]]] = []

  /// Whether something was only guessed at, so that the value has to be checked.
  var isGuess = false

  private var absorbed: Set<Claim.Kind> = []
  private var waiting: [Claim] = []
  private var isUnfolding = false

  /// Puts a claim in line; true if the line is the caller's to work off.
  mutating func enqueue(_ claim: Claim) -> Bool {
    guard absorbed.insert(claim.kind).inserted else { return false }
    waiting.append(claim)
    if isUnfolding { return false }
    isUnfolding = true
    return true
  }

  mutating func dequeue() -> Claim? {
    if waiting.isEmpty { isUnfolding = false }
    return waiting.popLast()
  }

  mutating func require(_ name: String) {
    if !required.contains(where: { ScalarText($0) == ScalarText(name) }) { required.append(name) }
  }

  mutating func raiseLower(_ limit: JSONNumber, isExclusive: Bool) {
    if let old = lower, old.limit > limit || (old.limit == limit && old.isExclusive) { return }
    lower = NumberEnd(limit: limit, isExclusive: isExclusive)
  }

  mutating func dropUpper(_ limit: JSONNumber, isExclusive: Bool) {
    if let old = upper, old.limit < limit || (old.limit == limit && old.isExclusive) { return }
    upper = NumberEnd(limit: limit, isExclusive: isExclusive)
  }

  /// Leaves only the values that are among the given ones.
  mutating func restrict(to values: [JSONValue]) {
    guard let old = constants else {
      constants = values
      return
    }
    let allowed = Set(values)
    constants = old.filter(allowed.contains)
  }

  /// Takes out the types for which the demands contradict each other.
  mutating func prune() {
    if let lower, let upper {
      if lower.limit > upper.limit || (lower.limit == upper.limit && (lower.isExclusive || upper.isExclusive)) {
        types.subtract(.number)
      }
    }
    if minLength > maxLength { types.remove(.string) }
    if minItems > maxItems { types.remove(.array) }
    if !required.isEmpty {
      if required.count > maxProperties || required.contains(where: { forbidden.contains(ScalarText($0)) }) {
        types.remove(.object)
      }
    }
    if minProperties > maxProperties { types.remove(.object) }
    if let values = constants {
      let gone = Set(excluded)
      constants = values.filter { types.allows($0) && !gone.contains($0) }
    }
  }

  /// Whether no value can meet the demands, as far as one look tells.
  var isHopeless: Bool { types.isEmpty || constants?.isEmpty == true }

  /// Whether a number, a string, a boolean or null meets the demands on its type; true for everything else.
  func accepts(_ value: JSONValue) -> Bool {
    guard types.allows(value), !excluded.contains(value) else { return false }
    if let constants, !constants.contains(value) { return false }
    switch value {
    case .number(let number): return accepts(number)
    case .string(let text): return accepts(text)
    default: return true
    }
  }

  private func accepts(_ number: JSONNumber) -> Bool {
    if let lower, lower.isExclusive ? number <= lower.limit : number < lower.limit { return false }
    if let upper, upper.isExclusive ? number >= upper.limit : number > upper.limit { return false }
    return divisors.allSatisfy { number.isMultiple(of: $0) } && !nonDivisors.contains { number.isMultiple(of: $0) }
  }

  func accepts(_ text: String) -> Bool {
    let length = text.unicodeScalars.count
    return length >= minLength && length <= maxLength
      && patterns.allSatisfy { $0.search(text) == .match }
      && unwantedPatterns.allSatisfy { $0.search(text) == .noMatch }
      && formats.allSatisfy { !$0.isAsserted || $0.format.accepts(text) }
      && !unwantedFormats.contains { $0.accepts(text) }
  }
}

/// One end of a range of numbers.
struct NumberEnd {
  let limit: JSONNumber
  let isExclusive: Bool
}

/// A member that has to be there under some name or other.
struct NameWish {
  /// What has to be true of the name.
  var claims: [Claim] = []
  var pattern: Pattern?

  /// What has to be true of the value.
  var member: Claim?
}

/// What one keyword says about elements by their place.
struct ElementRule {
  var prefix: [SchemaID] = []

  /// How many elements at the beginning `rest` is not for.
  var skipped = 0

  /// The schema of all further elements.
  var rest: SchemaID?

  /// Whether it is for elements only that no other rule speaks about.
  var isLast = false
  let scope: [Int]

  func schema(at index: Int) -> SchemaID? {
    index < prefix.count ? prefix[index] : index >= skipped ? rest : nil
  }
}

extension TypeSet {
  func allows(_ value: JSONValue) -> Bool {
    switch value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    case .number(let number):
      contains(
        !number.isInteger
          ? .fraction : number.text.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 } ? .plainInteger : .roundFraction
      )
    }
  }
}
