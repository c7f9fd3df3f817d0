import TypecastJSON

/// The form of a schema that values are checked by: plain memory, no references to count.
///
/// All pointers lead into one `PlanMemory`, which also keeps alive what they need.
struct Plan {
  /// The bits of `TypeSet`.
  var types: UInt8 = 0

  /// Nothing but `types` has to be looked at.
  var isTypeOnly = true

  /// The number of the schema's resource, where the dynamic scope matters; otherwise -1.
  var resource: Int32 = -1

  var stepCount: Int32 = 0
  var steps: UnsafePointer<StepPlan>?
  var number: UnsafePointer<NumberPlan>?
  var string: UnsafePointer<StringPlan>?
  var array: UnsafePointer<ArrayPlan>?
  var object: UnsafePointer<ObjectPlan>?
}

struct StepPlan {
  enum Kind: UInt8 {
    case apply, applyDynamic, applyRecursive, anyOf, oneOf, not, condition, constants
  }

  let kind: Kind

  /// How many plans there are.
  var count = 0

  /// The subschemas. For a condition: `if`, `then`, `else`. For a dynamic reference: its default.
  var plans: UnsafePointer<UnsafePointer<Plan>?>?

  /// For alternatives: which of them a member's value leaves, where that can be told.
  var index: UnsafePointer<AlternativeIndex>?

  /// For a dynamic reference: its anchor's number.
  var anchor = 0

  var constants: UnsafePointer<ConstantsPlan>?
}

/// Values of `enum` or `const`: strings in one table, the rest in another.
struct ConstantsPlan {
  let strings: NameTable

  /// The other values, each in its document.
  let others: UnsafePointer<Constant>
  let otherCount: Int

  /// The numbers of the other values by their hashes, -1 where there is none; nil where few are compared one by one.
  let slots: UnsafePointer<Int32>?
  let mask: Int

  /// So many values are compared one by one.
  static let comparedOneByOne = 8

  struct Constant {
    let view: TapeView
    let index: Int
    let hash: UInt64
  }
}

struct NumberPlan {
  let bounds: UnsafePointer<Bound>
  let count: Int

  struct Bound {
    let kind: NumberBound.Kind
    let decimal: Decimal
    let text: UnsafeBufferPointer<UInt8>
  }
}

struct StringPlan {
  let minLength: Int
  let maxLength: Int
  let hasLength: Bool
  let patterns: UnsafePointer<Unmanaged<Pattern>>
  let patternCount: Int
  /// Raw values of `Format`.
  let formats: UnsafePointer<Format>
  let formatCount: Int
}

struct ArrayPlan {
  let minItems: Int
  let maxItems: Int
  let hasUniqueItems: Bool
  let prefix: UnsafePointer<UnsafePointer<Plan>>
  let prefixCount: Int
  let items: UnsafePointer<Plan>?
  let contains: UnsafePointer<Plan>?
  let minContains: Int
  let maxContains: Int
  let containsCovers: Bool
  let unevaluated: UnsafePointer<Plan>?
}

struct ObjectPlan {
  let minProperties: Int
  let maxProperties: Int

  /// The names that matter: of properties, and of members whose presence matters.
  let names: NameTable
  let members: UnsafePointer<MemberPlan>

  /// How many names are counted as present or not; the required ones come first.
  let trackedCount: Int
  let requiredCount: Int

  let patterns: UnsafePointer<PatternMember>
  let patternCount: Int

  let additional: UnsafePointer<Plan>?
  let nameSchemas: UnsafePointer<UnsafePointer<Plan>>
  let nameSchemaCount: Int

  let dependentNames: UnsafePointer<DependentName>
  let dependentNameCount: Int
  let dependentSchemas: UnsafePointer<DependentSchema>
  let dependentSchemaCount: Int

  let unevaluated: UnsafePointer<Plan>?

  /// Whether members have to be looked at at all.
  let visitsMembers: Bool

  struct MemberPlan {
    /// The schema of the property; nil for a name that is only tracked.
    var plan: UnsafePointer<Plan>?

    /// The name's number among the tracked ones, or -1.
    var tracked: Int
  }

  struct PatternMember {
    let pattern: Unmanaged<Pattern>
    let plan: UnsafePointer<Plan>
  }

  /// If one name is present, another must be; both by their tracked numbers.
  struct DependentName {
    let trigger: Int
    let needed: Int
  }

  struct DependentSchema {
    let trigger: Int
    let plan: UnsafePointer<Plan>
  }
}
