import Typecast

/// A run of values through the generated code of one schema.
struct GroupRun {
  let number: Int
  let group: any SchemaRoot.Type
  private(set) var tally = Tally()
  private let unformatted: CompiledSchema?
  private var log: GroupLog?

  init(number: Int, in run: CaseRun) {
    self.number = number
    group = groups[number]
    log = run.log.map { GroupLog($0, group: number) }
    unformatted = run.compared.indices.contains(number) ? run.compared[number].unformatted : nil
  }

  /// - Parameters:
  ///   - isValid: The verdict of the interpreter.
  ///   - isExact: Whether the type holds all numbers with all their digits.
  ///   - kind: Where the value comes from, in one word.
  mutating func add(
    _ text: String, isValid: Bool, isExact: Bool = false, kind: String, named name: @autoclosure () -> String
  ) {
    let outcome = judge(text, as: group, isValid: isValid, isExact: isExact)
    tally.add(outcome, named: name(), text: text)
    guard log != nil else { return }
    let document = unformatted == nil ? nil : try? JSONDocument(text)
    let isValidUnformatted = document.flatMap { try? unformatted?.isValid($0) }
    log?.add(outcome, isValid: isValid, isValidUnformatted: isValidUnformatted, kind: kind, text: text)
  }

  mutating func addUndecided() { tally.undecided += 1 }

  mutating func addCut() { tally.cut += 1 }

  /// Writes the rest of the log.
  mutating func finish() -> Tally {
    log?.flush()
    return tally
  }
}
