import TestSupport
import Testing

@Suite("A target imports only what stands below it")
struct LayeringTests {
  private static let folders = ["Sources", "Plugins"]

  /// The Swift files of all targets, with the target's name.
  private static let files: [(target: String, path: String)] = folders.flatMap { folder in
    PackageRoot.files(below: folder, suffix: ".swift").map { path in
      (String(path.split(separator: "/")[1]), path)
    }
  }

  @Test("Every import line is one that the table of layers allows")
  func imports() throws {
    #expect(!Self.files.isEmpty)
    for (target, path) in Self.files {
      let forbidden = Layer.forbidden(importedModules(in: try PackageRoot.text(of: path)), in: target)
      #expect(forbidden.isEmpty, "\(path) imports \(forbidden), which \(target) may not. See Layer.swift.")
    }
  }

  @Test("Every folder of sources is a target of the table")
  func targets() {
    let known = Set(Layer.all.map(\.name))
    for folder in Self.folders {
      for path in PackageRoot.files(below: folder) {
        let target = path.split(separator: "/")[1]
        #expect(known.contains(String(target)), "\(path) belongs to no target of the table. See Layer.swift.")
      }
    }
  }

  @Test("The table names nothing that it does not hold, and nobody imports above")
  func table() {
    var below: Set<String> = []
    for layer in Layer.all {
      #expect(below.isSuperset(of: layer.modules), "\(layer.name)")
      #expect(below.insert(layer.name).inserted, "\(layer.name) is in the table twice.")
    }
  }

  @Test("An executable is one file, and a system library holds no Swift")
  func shapes() {
    for target in ["TypecastTool", "TypecastCompileTool"] {
      let files = Self.files.filter { $0.target == target }.map(\.path)
      #expect(files.allSatisfy { $0 == "Sources/\(target)/main.swift" }, "\(files)")
    }
    #expect(!Self.files.contains { $0.target.hasPrefix("C") })
  }

  @Test("A plugin stays under 100 lines")
  func plugin() throws {
    for (target, path) in Self.files where target == "TypecastPlugin" {
      #expect(try PackageRoot.text(of: path).split(separator: "\n").count < 100, "\(path)")
    }
  }

  @Test(
    "An import that is not allowed is found",
    arguments: [
      ("TypecastJSON", ["Foundation"]), ("TypecastJSON", ["TypecastSchema"]), ("TypecastSchema", ["Glibc"]),
      ("TypecastCompiler", ["Typecast"]), ("TypecastTool", ["TypecastSchema"]), ("Typecast", ["CCurl"]),
      ("TypecastModels", ["CCurl"]), ("TypecastGates", ["Testing"]), ("TypecastCommands", ["TypecastTesting"]),
      ("Unheard", ["TypecastJSON"]),
    ])
  func forbidden(target: String, imports: [String]) {
    #expect(Layer.forbidden(imports, in: target) == imports)
  }

  @Test(
    "An import that is allowed is let through",
    arguments: [
      ("TypecastSchema", ["TypecastJSON", "Swift"]), ("TypecastCompiler", ["TypecastSchema", "TypecastJSON"]),
      ("TypecastModels", ["TypecastJSON"]), ("TypecastCommands", ["Glibc", "TypecastGates"]),
      ("TypecastCurl", ["CCurl"]), ("TypecastTool", ["TypecastCommands"]),
    ])
  func allowed(target: String, imports: [String]) {
    #expect(Layer.forbidden(imports, in: target).isEmpty)
  }

  @Test("An import line is read in each of its forms")
  func forms() {
    let source = """
      // import Comment
      import One
      public import Two
        @testable import Three
      @preconcurrency @_spi(Generated) internal import Four.Part
      import struct Five.Type
      import func Six.call
      import Seven; let important = "import Eight"
      """
    #expect(importedModules(in: source) == ["One", "Two", "Three", "Four", "Five", "Six", "Seven"])
  }
}
