/// A regular expression of ECMA-262, matched by code point.
///
/// Patterns are read by the grammar of the `u` flag first and then, with a warning, by that of Annex B. What is regular
/// is searched in time linear in the text. A value is immutable and may be used from any number of threads at once.
public final class Pattern: @unchecked Sendable {
  /// The text of the pattern.
  public let source: String
  /// What works here but may not elsewhere.
  public let warnings: [PatternWarning]
  /// The syntax tree.
  package let root: PatternNode
  /// How many capturing groups the pattern has.
  package let groupCount: Int

  private let engine: PatternEngine
  /// The engines without references of their own, so that a search needs no reference counting.
  private let automaton: PatternAutomaton?
  private let runs: PatternRuns?

  /// Reads a pattern, without slashes around it; throws where no grammar of ECMA-262 allows it.
  public convenience init(_ source: String) throws(PatternError) {
    try self.init(source, engine: nil)
  }

  /// Uses the given kind of engine where it can, and another limit than its own, so that tests compare them.
  package init(
    _ source: String, engine kind: PatternEngineKind?, stepLimit: Int? = nil
  ) throws(PatternError) {
    let parsed = try PatternParser.parse(source)
    guard let engine = PatternEngine(parsed.root, parsed.groupCount, kind, stepLimit) else {
      throw PatternError(
        message: "The pattern tells too many different characters apart. Use ranges or fewer of them.", offset: 0)
    }
    self.source = source
    root = parsed.root
    groupCount = parsed.groupCount
    self.engine = engine
    if case .automaton(let automaton) = engine { self.automaton = automaton } else { automaton = nil }
    if case .runs(let runs) = engine { self.runs = runs } else { runs = nil }
    var warnings = parsed.warnings
    if engine.kind == .backtracking {
      warnings.append(
        PatternWarning(
          kind: .costly,
          message: "A search for this pattern may stay undecided on some texts. "
            + "Avoid references to groups and large nested counts.", offset: 0))
    }
    self.warnings = warnings
  }

  deinit {
    engine.deallocate()
  }

  /// Whether the pattern matches anywhere in a text of valid UTF-8, as `RegExp.prototype.test` does.
  public func search(_ utf8: UnsafeBufferPointer<UInt8>) -> PatternVerdict {
    var budget = PatternBudget()
    return search(utf8, within: &budget)
  }

  /// The same as one of many searches that share a budget.
  package func search(
    _ utf8: UnsafeBufferPointer<UInt8>, within budget: inout PatternBudget
  ) -> PatternVerdict {
    if let automaton { return automaton.search(utf8) ? .match : .noMatch }
    if let runs { return runs.search(utf8) ? .match : .noMatch }
    return engine.search(utf8, within: &budget)
  }

  /// Whether the pattern matches anywhere in a text, as `RegExp.prototype.test` does.
  public func search(_ text: String) -> PatternVerdict {
    var text = text
    return text.withUTF8 { search($0) }
  }

  /// Parses a pattern without preparing to search; `strict` asks for the grammar of the `u` flag.
  public static func validate(_ source: String, strict: Bool) throws(PatternError) {
    _ = try PatternParser.parse(source, strict: strict)
  }

  /// How the pattern is searched for.
  package var engineKind: PatternEngineKind { engine.kind }
}
