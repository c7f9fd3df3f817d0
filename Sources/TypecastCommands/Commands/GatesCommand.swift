import TypecastGates
import TypecastJSON

private let gate = Argument(
  "GATE", kind: .choice(Gate.allCases.map(\.rawValue)), requirement: .optional,
  help: "The gate; all of them where this is not given.")
private let package = Option.value(
  "package", "DIR", kind: .folder, default: ".", help: "The folder that holds Package.swift.")
private let json = Option.json(
  "one JSON object per gate",
  """
  {"gate", "passes", "rows": [{"name", "counted", "hit", "percent", "threshold", "isEnough", "missing": [{"name", \
  "needs", "command"}]}], "faults": [...]}
  """)

/// `typecast gates`
let gatesCommand = Command(
  "gates",
  abstract: "Tells what the goldens and cassettes of a package do not exercise.",
  discussion: [
    """
    errors: the rows of the error tables, by the exchanges in Golden/cassettes. repairs: the rules of repair, by \
    Golden/repairs. schemas: what schemas allow and forbid, by Golden/values and the replies in Golden/cassettes. code: \
    the lines of code, by the last run of swift test --enable-code-coverage.
    """,
    """
    Thresholds stand in Tests/coverage.json, and for schemas in the typecast.json beside them. What has none is \
    reported and passes. What is missing is named, with the command that adds it.
    """,
  ],
  arguments: [gate],
  options: [package, json],
  exitCodes: [
    ExitCode(.success, "Every threshold is reached."),
    ExitCode(.failure, "A gate falls short, or a golden says something untrue."),
    ExitCode(.usage, "The command line is wrong, or a file of the package can't be used."),
  ],
  examples: [
    Example("typecast gates", "Looks at everything."),
    Example("typecast gates schemas --json", "Tells a program what no value has done with the schemas."),
  ]
) { invocation, environment async throws(CommandFailure) in
  let gates = invocation.values(of: gate).compactMap(Gate.init(rawValue:))
  let path = invocation.value(of: package) ?? "."
  var reasons: [String] = []
  var passes = true
  // What is wrong with the files of one gate does not keep the others from being looked at.
  for gate in gates.isEmpty ? Gate.allCases : gates {
    let result = try await environment.progress.during("looking at the gate of \(gate)") { () in
      Result { () throws(GateError) in try Gates.reports(package: path, [gate]) }
    }
    switch result {
    case .success(let reports):
      for report in reports {
        passes = passes && report.passes
        if invocation.isGiven(json) {
          try environment.output.writeLine(JSONWriter().bytes(of: report.json))
        } else {
          try environment.output.write(report.table)
        }
      }
    case .failure(let error):
      for reason in error.reasons where !reasons.contains(reason) { reasons.append(reason) }
    }
  }
  guard reasons.isEmpty else { try environment.refusePackage(reasons) }
  return passes ? .success : .failure
}
