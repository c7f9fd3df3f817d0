/// The gates: whether what a package ships to test with, its goldens and cassettes, exercises what it is made of.
///
/// A gate reads the files of a package and nothing else. It replays them itself, so that the answer is the same whatever
/// tests ran before it, and in whatever order.
public enum Gates {
  /// The reports of gates on a package, in the order of ``Gate``.
  ///
  /// - Parameters:
  ///   - package: The folder that holds `Package.swift`.
  ///   - gates: Which gates; those that tests can run where nothing is said.
  public static func reports(
    package: String, _ gates: some Collection<Gate> = Gate.offline
  ) throws(GateError) -> [GateReport] {
    let package = try PackageFolder(package)
    let thresholds = try Thresholds(of: package)
    var reports: [GateReport] = []
    for gate in Gate.allCases where gates.contains(gate) {
      switch gate {
      case .errors: reports.append(try ErrorGate.report(on: package, thresholds.errors))
      case .repairs: reports.append(try RepairGate.report(on: package, thresholds.repairs))
      case .schemas: reports.append(try SchemaGate.report(on: package))
      case .code: reports.append(try CodeGate.report(on: package, thresholds.code))
      }
    }
    return reports
  }
}
