/// What came of a gate.
public struct GateReport: Hashable, Sendable {
  /// Something that nothing exercises.
  public struct Missing: Hashable, Sendable {
    /// Which thing it is: the name of a rule or a row, a place in a schema, a file of code.
    public let name: String

    /// What it takes.
    public let needs: String

    /// The command that adds it, or that helps to.
    public let command: String
  }

  /// A table, a schema or a folder, as a whole.
  public struct Row: Hashable, Sendable {
    /// What the table, the schema or the folder is called.
    public let name: String

    /// How much there is.
    public let counted: Int

    /// How much of it is exercised.
    public let hit: Int

    /// How many percent of it have to be; nil where any number will do.
    public let threshold: Int?

    /// What is not exercised, each with what it takes.
    public let missing: [Missing]

    init(_ name: String, counted: Int, hit: Int, threshold: Int?, missing: [Missing]) {
      self.name = name
      self.counted = counted
      self.hit = hit
      self.threshold = threshold
      self.missing = missing
    }

    /// Whether the threshold is reached.
    public var isEnough: Bool { Self.isEnough(hit, of: counted, threshold) }

    static func isEnough(_ hit: Int, of counted: Int, _ threshold: Int?) -> Bool {
      threshold.map { hit * 100 >= $0 * counted } ?? true
    }

    /// Whole percents, never more than there are.
    public var percent: Int { counted == 0 ? 100 : hit * 100 / counted }
  }

  /// Which gate it is.
  public let gate: Gate
  /// What was counted, row by row.
  public let rows: [Row]

  /// What is wrong with the goldens themselves, each with its place and what to do about it.
  public let faults: [String]

  init(_ gate: Gate, _ rows: [Row], faults: [String] = []) {
    self.gate = gate
    self.rows = rows
    self.faults = faults
  }

  /// Whether every row reaches its threshold, and no golden says something untrue.
  public var passes: Bool { faults.isEmpty && rows.allSatisfy(\.isEnough) }
}
