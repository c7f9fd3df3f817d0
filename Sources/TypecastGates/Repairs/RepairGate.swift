import Typecast
import TypecastJSON
import TypecastSchema

/// Whether the goldens of repair hold a text for each rule, and still say which rules it takes.
///
/// A golden is a file of lines for `typecast repair --jsonl`, or the bytes of one text, and beside it the answers.
enum RepairGate {
  static let folder = "Golden/repairs"

  static func report(on package: PackageFolder, _ threshold: Int?) throws(GateError) -> GateReport {
    var run = RepairRun(package)
    let goldens = try RepairGolden.all(in: package, suffix: ".jsonl") + RepairGolden.all(in: package, suffix: ".txt")
    for golden in goldens {
      if golden.suffix == ".txt" { try run.replay(text: golden) } else { try run.replay(lines: golden) }
    }
    let missing = RepairRule.all.filter { !run.hit.contains($0.rawValue) }.map { rule in
      let golden = RepairGolden(file: "\(folder)/\(rule).jsonl", suffix: ".jsonl")
      return GateReport.Missing(
        name: rule.rawValue, needs: "a text that takes this rule, in \(golden.file)", command: golden.command)
    }
    let count = RepairRule.all.count
    return GateReport(
      .repairs,
      [
        GateReport.Row("rules", counted: count, hit: count - missing.count, threshold: threshold, missing: missing)
      ], faults: run.faults)
  }
}

/// A file of texts to repair, and the file of its answers.
private struct RepairGolden {
  let file: String
  let suffix: String

  static func all(in package: PackageFolder, suffix: String) throws(GateError) -> [RepairGolden] {
    try package.files(below: RepairGate.folder, suffix: suffix).filter { !$0.hasSuffix(".answers\(suffix)") }
      .map { RepairGolden(file: $0, suffix: suffix) }
  }

  var answers: String { file.dropLast(suffix.count) + ".answers" + suffix }

  /// The command that writes the answers.
  var command: String {
    let (file, answers) = (file.quotedForShell, answers.quotedForShell)
    return suffix == ".txt"
      ? "typecast repair \(file) > \(answers) 2>&1" : "typecast repair --jsonl \(file) > \(answers)"
  }
}

/// A run over goldens of repair, and what came of it so far.
private struct RepairRun {
  private let package: PackageFolder
  private(set) var hit: Set<String> = []
  private(set) var faults: [String] = []
  private var schemas: [[UInt8]: CompiledSchema] = [:]

  init(_ package: PackageFolder) {
    self.package = package
  }

  /// Replays bytes that need not be UTF-8. Their answer is what the command prints.
  mutating func replay(text golden: RepairGolden) throws(GateError) {
    let text = PaddedBytes(try package.bytes(of: golden.file))
    var answer = ""
    do throws(CastError) {
      let cast = try Caster().cast(text)
      hit.formUnion(cast.repairs.map(\.rule.rawValue))
      answer = cast.repairs.map { "\($0)\n" }.joined() + JSONWriter().string(of: cast.value) + "\n"
    } catch { answer = error.repairs.map { "\($0)\n" }.joined() }
    guard package.exists(golden.answers) else { return noteNoAnswers(golden) }
    if try package.bytes(of: golden.answers) != Array(answer.utf8) {
      faults.append("\(golden.answers): it is not what is answered now. If that is right: \(golden.command)")
    }
  }

  mutating func replay(lines golden: RepairGolden) throws(GateError) {
    var expected = package.exists(golden.answers) ? try lines(of: golden.answers)[...] : nil
    if expected == nil { noteNoAnswers(golden) }
    for (number, line) in try lines(of: golden.file) {
      let rules: [String]
      do throws(RepairCaseError) {
        let outcome = try RepairCase(line, schemas: &schemas).run()
        rules = outcome.rules
        if outcome.succeeds { hit.formUnion(rules) }
      } catch {
        throw GateError("\(golden.file):\(number): error: \(error.reason). Mend the line.")
      }
      guard let answer = expected?.popFirst() else {
        if expected != nil {
          faults.append("\(golden.file):\(number): it has no answer. Write it anew: \(golden.command)")
        }
        continue
      }
      let told = answer.value["repairs"]?.array?.compactMap { $0["rule"]?.string } ?? []
      if told != rules {
        faults.append(
          "\(golden.answers):\(answer.number): the rules are \(list(rules)), not \(list(told)). If that is right: "
            + golden.command)
      }
    }
    if expected?.isEmpty == false {
      faults.append("\(golden.answers): it has too many lines. Write it anew: \(golden.command)")
    }
  }

  private mutating func noteNoAnswers(_ golden: RepairGolden) {
    faults.append("\(golden.file): it has no answers. Write them, and read them: \(golden.command)")
  }

  private func list(_ rules: [String]) -> String { rules.isEmpty ? "none" : rules.joined(separator: ", ") }

  /// The values of a file, with the numbers of their lines.
  private func lines(of file: String) throws(GateError) -> [(number: Int, value: JSONValue)] {
    var lines: [(number: Int, value: JSONValue)] = []
    let bytes = try package.bytes(of: file)
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do throws(JSONError) { lines.append((index + 1, try JSONValue(parsing: Array(line)))) } catch {
        throw GateError("\(file):\(index + 1):\(error.position.column): error: \(error.message). Mend the line.")
      }
    }
    return lines
  }
}
