/// How far an answer may be changed to make it valid. Each level does all that those before it do.
public enum RepairLevel: String, CaseIterable, Sendable {
  /// Nothing is changed.
  case strict
  /// The text is made JSON; its values stay what they are.
  case mend
  /// Values that the schema rejects are changed where the schema says how.
  case coerce
  /// What is missing is filled in, and what can't be mended is dropped.
  case salvage
}

extension RepairLevel: Comparable {
  private var rank: Int {
    switch self {
    case .strict: 0
    case .mend: 1
    case .coerce: 2
    case .salvage: 3
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
