import Foundation
import TestSupport
import Testing

@Suite("The repository keeps its house rules")
struct HouseRulesTests {
  /// Every file of the repository, without the folders that `.gitignore` names.
  private static let paths: [String] = {
    let ignored = ((try? PackageRoot.text(of: ".gitignore")) ?? "").split(separator: "\n").filter { $0.hasSuffix("/") }
    let folders = Set(ignored.map { String($0.dropLast()) } + [".git"])
    guard let walk = FileManager.default.enumerator(atPath: PackageRoot.path) else { return [] }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if isFolder, folders.contains((path as NSString).lastPathComponent) { walk.skipDescendants() }
      if !isFolder, !path.hasSuffix(".profraw") { paths.append(path) }
    }
    return paths.sorted()
  }()

  /// Ends of names whose files hold bytes, not text.
  private static let binary = [".zip", ".gz", ".png", ".a", ".o"]

  /// The text files with their text.
  private static func texts() throws -> [(path: String, text: String)] {
    try paths.filter { path in !binary.contains { path.hasSuffix($0) } }.map { ($0, try PackageRoot.text(of: $0)) }
  }

  @Test("No file names a folder of one machine")
  func machinePaths() throws {
    let texts = try Self.texts()
    #expect(texts.count > 20)
    for (path, text) in texts {
      for folder in ["work", "home", "Users", "root"] {
        #expect(!mentions(text, folder: folder), "\(path) names a path below /\(folder).")
      }
    }
  }

  @Test("A folder of a machine is told from a path of a URL")
  func machinePathForms() {
    let folder = "home"
    for text in ["/\(folder)/x", " \"/\(folder)/x\"", "file:///\(folder)/x"] {
      #expect(mentions(text, folder: folder), "\(text)")
    }
    for text in ["https://example.com/\(folder)/x", "a/\(folder)/x", "/\(folder)", "/\(folder)s/x"] {
      #expect(!mentions(text, folder: folder), "\(text)")
    }
  }

  @Test("No file names the host of a package registry")
  func registries() throws {
    let hosts = [
      ["pypi", "org"], ["pythonhosted", "org"], ["npmjs", "org"], ["npmjs", "com"], ["crates", "io"],
      ["rubygems", "org"], ["proxy.golang", "org"], ["deb.debian", "org"], ["archive.ubuntu", "com"],
    ].map { $0.joined(separator: ".") }
    for (path, text) in try Self.texts() {
      for host in hosts { #expect(!text.utf8Contains(host), "\(path) names \(host).") }
    }
  }

  @Test("A file of more than 600 lines gives its reason in its first five")
  func lengths() throws {
    for (path, text) in try Self.texts()
    where path != "LICENSE" && !path.hasPrefix("Golden/") && !path.hasPrefix("Tests/GoldenTypes/") {
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      guard lines.count > 600 else { continue }
      let head = lines.prefix(5).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      let reasons = ["Generated", "not edited by hand", "600 lines because"]
      #expect(
        reasons.contains { head.contains($0) },
        "\(path) has \(lines.count) lines. Divide it, or say 'Over 600 lines because …' or 'Generated …'.")
    }
  }

  /// Swift 6.3 with `-O` loses what of a pair was written before a wait, where a task gives the pair back.
  @Test("No pair is made around an await")
  func pairsAroundWaits() throws {
    for (path, text) in try Self.texts() where path.hasPrefix("Sources/") && path.hasSuffix(".swift") {
      #expect(!makesPairAroundWait(text), "\(path): a pair around an await. Name what comes of it before.")
    }
  }

  @Test(
    "A pair around an await is told from what waits within a call",
    arguments: [
      ("return (index, .success(try await run(call)))", true), ("group.addTask { (index, try await ask(text)) }", true),
      ("return (try await first(), second)", true), ("return (index, result)", false),
      ("return try await run(call, level)", false), ("return try await (first(1, 2))", false),
      ("{ (one: Int, two: Int) in await run(one, two) }", false), ("return (await only(1))", false),
      ("group.addTask {\n  (\n    index,\n    try await ask(text)\n  )\n}", true),
    ])
  func pairForms(text: String, isPair: Bool) {
    #expect(makesPairAroundWait(text) == isPair)
  }

  /// Whether a text gives a tuple in which something is waited for.
  private func makesPairAroundWait(_ text: String) -> Bool {
    for match in text.matches(of: /(return|\{|=)\s*\(/) {
      var depth = 1
      var hasComma = false
      var hasWait = false
      var rest = text[match.range.upperBound...]
      while depth > 0, let character = rest.first {
        if "([{".contains(character) { depth += 1 } else if ")]}".contains(character) { depth -= 1 }
        if depth == 1, character == "," { hasComma = true }
        if rest.hasPrefix("await ") { hasWait = true }
        rest.removeFirst()
      }
      if hasComma, hasWait { return true }
    }
    return false
  }

  @Test("Every target of the Makefile is in its help, and the other way round")
  func makefile() throws {
    let lines = try PackageRoot.text(of: "Makefile").split(separator: "\n")
    let targets = lines.filter { $0.first?.isLetter == true && $0.contains(":") && !$0.contains(":=") }
    let phony = lines.first { $0.hasPrefix(".PHONY:") }?.split(separator: " ").dropFirst() ?? []
    let names = targets.compactMap { $0.split(separator: ":").first }
    #expect(Set(names) == Set(phony))
    for (name, line) in zip(names, targets) where name != "ready" {
      #expect(line.contains(" ## "), "\(name) has no line of help.")
    }
    for name in ["help", "setup", "build", "test", "prove", "lint", "format", "bench", "fuzz"] {
      #expect(names.contains { $0 == name }, "\(name) is missing.")
    }
    // What only tells or takes away needs nothing.
    let needless = ["help", "setup", "ready", "uninstall"]
    for (name, line) in zip(names, targets) where !needless.contains(String(name)) {
      #expect(line.split(separator: " ").dropFirst().first == "ready", "\(line) does not install what is missing.")
    }
  }

  @Test("The script of continuous integration runs, and the README's test command is make test")
  func continuousIntegration() throws {
    #expect(FileManager.default.isExecutableFile(atPath: PackageRoot.path(to: ".ci/run")))
    #expect(try PackageRoot.text(of: "README.md").contains("## Testing\n\n```sh\nmake test\n```\n"))
  }

  @Test("The files that every reader looks for are there")
  func firstFiles() throws {
    #expect(try PackageRoot.text(of: "LICENSE").contains("Apache License"))
    for path in [
      "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", ".swift-format", ".editorconfig", ".gitignore",
    ] {
      #expect(Self.paths.contains(path), "\(path) is missing.")
    }
  }

  @Test("Every environment variable of ours is explained")
  func environmentVariables() throws {
    let page = try PackageRoot.text(of: "Documentation/environment.md")
    let prefix = "TYPECAST" + "_"
    for (path, text) in try Self.texts() {
      for piece in text.components(separatedBy: prefix).dropFirst() {
        let name = prefix + piece.prefix { $0 == "_" || ($0.isASCII && $0.isUppercase) }
        let isExplained = name == prefix || page.contains("`\(name)`")
        #expect(isExplained, "\(path) has \(name); Documentation/environment.md has not.")
      }
    }
  }
}

/// Whether a text names a path below a folder at the root of a file system.
private func mentions(_ text: String, folder: String) -> Bool {
  let needle = Array("/\(folder)/".utf8)
  let bytes = Array(text.utf8)
  var start = bytes.startIndex
  while let place = bytes[start...].firstIndex(of: needle[0]) {
    start = place + 1
    guard bytes[place...].starts(with: needle) else { continue }
    guard place > 0 else { return true }
    let before = Character(UnicodeScalar(bytes[place - 1]))
    if !before.isLetter && !before.isNumber && !"._-~)}*".contains(before) { return true }
  }
  return false
}

extension String {
  fileprivate func utf8Contains(_ needle: String) -> Bool {
    Data(utf8).range(of: Data(needle.utf8)) != nil
  }
}
