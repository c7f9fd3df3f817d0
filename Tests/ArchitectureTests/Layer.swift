/// A target and the modules that its sources may import.
struct Layer: Equatable {
  /// How far the right to import reaches.
  enum Reach {
    /// What is listed, and what that may import itself.
    case below
    /// What is listed, and nothing else.
    case listed
  }

  let name: String
  let modules: [String]
  /// Modules of the system and the toolchain.
  let systemModules: [String]
  let reach: Reach

  init(_ name: String, imports modules: [String] = [], system: [String] = [], reach: Reach = .below) {
    self.name = name
    self.modules = modules
    self.systemModules = system
    self.reach = reach
  }
}

extension Layer {
  /// Parts of the standard library that are modules of their own.
  private static let standardLibrary = ["Swift", "Synchronization"]
  private static let cLibrary = ["Glibc", "Musl", "Darwin"]

  /// Who may import whom, targets to come included. A target that is not here is refused.
  static let all: [Layer] = [
    Layer("TypecastJSON"),
    Layer("TypecastSchema", imports: ["TypecastJSON"]),
    Layer("TypecastPrompts", imports: ["TypecastJSON", "TypecastSchema"]),
    Layer(
      "TypecastCompiler", imports: ["TypecastSchema", "TypecastPrompts"], system: ["FoundationEssentials"] + cLibrary),
    Layer("TypecastCompileTool", imports: ["TypecastCompiler"], reach: .listed),
    Layer("Typecast", imports: ["TypecastJSON", "TypecastSchema", "TypecastPrompts"]),
    Layer("CCurl"),
    Layer("TypecastCurl", imports: ["CCurl", "Typecast"], system: cLibrary),
    Layer("TypecastModels", imports: ["Typecast", "TypecastCurl"]),
    Layer("CLibXML2"),
    Layer("CYAML"),
    Layer(
      "TypecastCassettes", imports: ["CLibXML2", "CYAML", "Typecast"], system: ["FoundationEssentials"] + cLibrary),
    Layer("CMicroHTTPD"),
    Layer("TypecastServer", imports: ["CMicroHTTPD", "Typecast"], system: cLibrary),
    Layer("TypecastGates", imports: ["TypecastCassettes", "TypecastModels"], system: ["FoundationEssentials"]),
    Layer("TypecastTesting", imports: ["TypecastGates"], system: ["Testing", "Foundation"]),
    Layer(
      "TypecastCommands",
      imports: [
        "TypecastJSON", "TypecastSchema", "TypecastPrompts", "TypecastCompiler", "Typecast", "TypecastCurl",
        "TypecastModels",
        "TypecastCassettes", "TypecastServer", "TypecastGates",
      ], system: cLibrary),
    Layer("TypecastTool", imports: ["TypecastCommands"], reach: .listed),
    Layer("Schemas", imports: ["Typecast"]),
    Layer("Demo", imports: ["Schemas", "TypecastModels", "TypecastCassettes"], system: cLibrary),
    Layer("TypecastPlugin", system: ["PackagePlugin", "Foundation"], reach: .listed),
  ]

  /// The modules among these imports that the target's sources may not import, or all where there is no such target.
  static func forbidden(_ imports: [String], in target: String) -> [String] {
    guard let layer = all.first(where: { $0.name == target }) else { return imports }
    let allowed = layer.reachable.union(layer.systemModules).union(standardLibrary)
    return imports.filter { !allowed.contains($0) }
  }

  /// The C libraries that a target wraps are its own: nobody above it reaches them.
  private var reachable: Set<String> {
    guard reach == .below else { return Set(modules) }
    return modules.reduce(into: Set(modules)) { reached, name in
      let below = Self.all.first { $0.name == name }?.reachable ?? []
      reached.formUnion(below.filter { !$0.hasPrefix("C") })
    }
  }
}
