import TypecastJSON

/// Whether the last run of the tests reached enough of the lines of the folders that are named.
enum CodeGate {
  private static let command = "swift test --enable-code-coverage"

  static func report(on package: PackageFolder, _ thresholds: [String: Int]) throws(GateError) -> GateReport {
    if thresholds.isEmpty { return GateReport(.code, []) }
    let folders = thresholds.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let file = try newestExport(of: package)
    try checkAge(of: file, package, folders)
    guard let export = CoverageExport(try package.json(of: file).root) else {
      throw GateError("\(file): error: this is no export of llvm-cov. Run: \(command)")
    }
    var rows: [GateReport.Row] = []
    for folder in folders {
      let start = "\(package.path)/\(folder)/"
      let files = export.files.filter { $0.path.utf8.starts(with: start.utf8) }
      guard !files.isEmpty else {
        throw GateError("\(file): error: it has no file of \(folder), which no test is linked with. Write one.")
      }
      let worst = files.filter { $0.covered < $0.lines }.sorted { one, other in
        (other.lines - other.covered, one.path) < (one.lines - one.covered, other.path)
      }
      rows.append(
        GateReport.Row(
          folder, counted: files.reduce(0) { $0 + $1.lines }, hit: files.reduce(0) { $0 + $1.covered },
          threshold: thresholds[folder], missing: worst.map { missing($0, package) }))
    }
    return GateReport(.code, rows)
  }

  private static func missing(_ file: CoverageExport.File, _ package: PackageFolder) -> GateReport.Missing {
    let places = file.gaps.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    return GateReport.Missing(
      name: String(file.path.dropFirst(package.path.count + 1)),
      needs: "\(file.lines - file.covered) of \(file.lines) lines are not run: \(places.joined(separator: ", "))",
      command: command)
  }

  /// The export that SwiftPM wrote last, in debug.
  private static func newestExport(of package: PackageFolder) throws(GateError) -> String {
    var found: [(file: String, time: Double)] = []
    for build in try package.names(in: ".build") {
      let folder = ".build/\(build)/debug/codecov"
      for name in try package.names(in: folder) where name.hasSuffix(".json") {
        found.append(("\(folder)/\(name)", package.modified("\(folder)/\(name)") ?? 0))
      }
    }
    guard let newest = found.max(by: { $0.time < $1.time }) else {
      throw GateError(".build: error: it is not known which lines the tests run. Run: \(command)")
    }
    return newest.file
  }

  /// An export tells nothing about what was written after it.
  private static func checkAge(
    of export: String, _ package: PackageFolder, _ folders: [String]
  ) throws(GateError) {
    guard let time = package.modified(export) else { return }
    for folder in folders {
      let sources = try package.files(below: folder, suffix: ".swift")
      if let newer = sources.first(where: { (package.modified($0) ?? 0) > time }) {
        throw GateError("\(newer): error: it is newer than \(export). Run: \(command)")
      }
    }
  }
}
