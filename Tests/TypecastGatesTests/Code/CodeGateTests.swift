import Testing
import TypecastGates
import TypecastJSON

@Suite("The gate of code")
struct CodeGateTests {
  private static let export = ".build/x86_64-unknown-linux-gnu/debug/codecov/app.json"

  /// What llvm-cov writes about files, each with its lines, those of them that were run, and its segments.
  private func export(_ package: SamplePackage, _ files: [(name: String, lines: Int, covered: Int, segments: String)])
    -> String
  {
    let folder = PackagePath.real(package.path)
    let list = files.map { file in
      #"{"filename": "\#(folder)/\#(file.name)", "segments": \#(file.segments), "#
        + #""summary": {"lines": {"count": \#(file.lines), "covered": \#(file.covered)}}}"#
    }
    return #"{"type": "llvm.coverage.json.export", "data": [{"files": [\#(list.joined(separator: ","))]}]}"#
  }

  private func sample(_ thresholds: String = #"{"code": {"Sources/App": 75}}"#) throws -> SamplePackage {
    let package = try SamplePackage([
      "Tests/coverage.json": thresholds, "Sources/App/a.swift": "", "Sources/AppKit/b.swift": "",
    ])
    try package.age("Sources/App/a.swift")
    return package
  }

  @Test("Lines are counted per folder, and what is not run is named")
  func lines() throws {
    let package = try sample()
    func write(_ covered: Int) throws {
      try package.write(
        export(
          package,
          [
            (
              "Sources/App/a.swift", 10, covered,
              "[[2,3,0,true,true,false],[4,1,1,true,true,false],[6,2,0,false,false]]"
            ),
            ("Sources/App/b/c.swift", 10, 10, "[]"), ("Sources/AppKit/b.swift", 50, 0, "[]"),
          ]), to: Self.export)
    }
    try write(5)
    let enough = try package.report(.code)
    #expect(enough.passes)
    #expect(enough.rows.map { "\($0.name) \($0.hit) of \($0.counted)" } == ["Sources/App 15 of 20"])
    #expect(enough.row("Sources/App")?.missing.map(\.name) == ["Sources/App/a.swift"])
    #expect(enough.row("Sources/App")?.missing.first?.needs == "5 of 10 lines are not run: 2-3")
    try write(4)
    #expect(try package.report(.code).passes == false)
  }

  @Test("Places that were not run are joined, and gaps between functions are none")
  func gaps() throws {
    let package = try sample()
    let segments = """
      [[1,1,0,true,true,false],[3,5,0,true,true,false],[5,1,0,true,false,true],[7,1,0,true,true,false],\
      [7,9,2,true,true,false],[9,1,0,false,false,false]]
      """
    try package.write(export(package, [("Sources/App/a.swift", 9, 1, segments)]), to: Self.export)
    #expect(
      try package.report(.code).row("Sources/App")?.missing.first?.needs == "8 of 9 lines are not run: 1-4, 7")
  }

  @Test("Without an export, with an old one and with another file there is an error with the command to run")
  func errors() throws {
    let package = try sample()
    func reason() -> String { #expect(throws: GateError.self) { try package.report(.code) }?.description ?? "" }
    #expect(
      reason() == ".build: error: it is not known which lines the tests run. Run: swift test --enable-code-coverage")
    try package.write("{}", to: Self.export)
    #expect(
      reason()
        == "\(Self.export): error: this is no export of llvm-cov. Run: swift test --enable-code-coverage")
    try package.write(export(package, [("Sources/Other/a.swift", 9, 1, "[]")]), to: Self.export)
    #expect(
      reason() == "\(Self.export): error: it has no file of Sources/App, which no test is linked with. Write one.")
    try package.age(Self.export)
    try package.write("let a = 1", to: "Sources/App/a.swift")
    #expect(
      reason()
        == "Sources/App/a.swift: error: it is newer than \(Self.export). Run: swift test --enable-code-coverage")
  }

  @Test("Where no folder has a threshold, nothing is looked for")
  func nothing() throws {
    let report = try sample("{}").report(.code)
    #expect(report.passes && report.rows.isEmpty)
  }

  @Test(
    "Thresholds that make no sense are errors with their place",
    arguments: [
      (#"{"code": {"Sources/Nowhere": 90}}"#, "Tests/coverage.json: error: there is no folder 'Sources/Nowhere'."),
      (#"{"code": {"../..": 1}}"#, "Tests/coverage.json: error: there is no folder '../..'."),
      (#"{"code": {"": 1}}"#, "Tests/coverage.json: error: there is no folder ''."),
      (#"{"code": {"Sources/App": 101}}"#, "Tests/coverage.json:1:26: error: expected at most 100"),
      (#"{"code": 90}"#, "Tests/coverage.json:1:10: error: expected an object"),
      (#"{"errors": {"openia": 90}}"#, "Tests/coverage.json:1:13: error: expected one of"),
      (#"{"repair": 90}"#, "Tests/coverage.json:1:1: error: unexpected \"repair\"; did you mean \"repairs\"?"),
      ("{", "Tests/coverage.json:1:2: error:"),
    ])
  func badThresholds(text: String, reason: String) throws {
    let package = try sample(text)
    let error = #expect(throws: GateError.self) { try package.report(.code) }
    #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
  }
}
