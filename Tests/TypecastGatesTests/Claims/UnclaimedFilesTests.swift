import Testing
import TypecastGates

@Suite("Goldens that no test names")
struct UnclaimedFilesTests {
  private let files = [
    "cassettes/ollama/capital.xml", "cassettes/ollama/town.xml", "cassettes/gemini/quota-day.xml", "cassettes/top.xml",
    "calls/trace.txt", "prompts/a/b.txt", "values/Thing/one.json", "repairs/a.jsonl",
  ]

  private func unclaimed(_ test: String) throws -> [String] {
    let package = try SamplePackage(Dictionary(uniqueKeysWithValues: files.map { ("Golden/\($0)", "x") }))
    try package.write(test, to: "Tests/ATests/Tests.swift")
    try package.write(#"let x = "Golden""#, to: "Sources/A/a.swift")
    return try Gates.unclaimedFiles(package: package.path).map { String($0.dropFirst("Golden/".count)) }
  }

  @Test("Without tests, all but what the gates read")
  func none() throws {
    #expect(
      try unclaimed("") == [
        "calls/trace.txt", "cassettes/gemini/quota-day.xml", "cassettes/ollama/capital.xml",
        "cassettes/ollama/town.xml", "cassettes/top.xml", "prompts/a/b.txt",
      ])
  }

  @Test(
    "What a test names",
    arguments: [
      (#"@Test(.cassette("ollama/capital"))"#, "cassettes/ollama/capital.xml"),
      (##"f(#"top"#)"##, "cassettes/top.xml"),
      (#"f("Golden/cassettes/ollama/town.xml")"#, "cassettes/ollama/town.xml"),
      (#"f("gemini/\(g("a(\(b)"))-day")"#, "cassettes/gemini/quota-day.xml"),
      (##"f(#"gemini/\#(name)"#)"##, "cassettes/gemini/quota-day.xml"),
      (#"f("\\(x)\(n)/quota-day")  "top""#, "cassettes/top.xml"),
      (#"f("Golden/prompts")"#, "prompts/a/b.txt"),
      (#"f("Golden/prompts/a/")"#, "prompts/a/b.txt"),
      (#"f("Golden/c\(name)s/trace.txt")"#, "calls/trace.txt"),
      ("f(\"\"\"\n  \"top\"\n  \"\"\", \"top\")", "cassettes/top.xml"),
      (#"/* /* "calls" */ */ f("\(g("Golden/calls/trace.txt"))")"#, "calls/trace.txt"),
    ])
  func named(test: String, file: String) throws {
    let all = try unclaimed("")
    #expect(try unclaimed(test) == all.filter { $0 != file }, "\(test)")
  }

  @Test("A folder of cassettes is named with all of them, the folder of all cassettes only with what is directly there")
  func cassetteFolders() throws {
    let all = try unclaimed("")
    #expect(
      try unclaimed(#"f("Golden/cassettes/ollama")"#) == all.filter { !$0.hasPrefix("cassettes/ollama/") })
    for test in [
      #"f("Golden/cassettes/")"#, #"f("Golden/cassettes")"#, #"f("Golden/cassettes/\(file).xml")"#,
      #"f("Golden/cassettes/\(file)")"#,
    ] {
      #expect(try unclaimed(test) == all.filter { $0 != "cassettes/top.xml" }, "\(test)")
    }
  }

  @Test(
    "What names nothing",
    arguments: [
      #"f("Golden/")"#, #"f("Golden/cassettes/\(a)/\(b).xml")"#,
      #"f("Golden/\(kind)/\(name)")"#, #"f("\(provider)/\(name).x")"#,
      #"// .cassette("top")"#, #"/* "top" /* */ "top" */"#, #"f("\(provider)/\(name)")"#, #"f("to")"#, #"f("topp")"#,
      #"f("ollama")"#, #"f("\(x)/trace")"#, #"f("Golden")"#, #"f("Golden/cass")"#, #"f("x\(y)top")"#, "\"top",
      #"f("top\n")"#, "#", "\"\"\"", #"f("\("#, "/*", #"f("top\"#, "#\"top\"",
    ])
  func nothing(test: String) throws {
    #expect(try unclaimed(test) == unclaimed(""), "\(test)")
  }

  @Test("A package without goldens has none, and what is no package is named")
  func noGoldens() throws {
    let package = try SamplePackage()
    #expect(try Gates.unclaimedFiles(package: package.path) == [])
    #expect(throws: GateError.self) { try Gates.unclaimedFiles(package: "/nowhere-at-all") }
  }
}
