public import TypecastSchema
import TypecastJSON
import TypecastPrompts

/// A folder of schemas made into Swift, and what there is to say about it.
public struct SchemaCompilation: Sendable {
  /// A file of the folder.
  public struct Input: Sendable {
    /// The path within the folder, with slashes.
    public let path: String

    /// What diagnostics call the file.
    public let name: String
    /// The bytes of the file.
    public let bytes: [UInt8]

    /// A file that the caller has read.
    public init(path: String, name: String, bytes: [UInt8]) {
      self.path = path
      self.name = name
      self.bytes = bytes
    }
  }

  /// For each file its Swift, in the order in which the files were given; nothing where there was an error.
  public private(set) var sources: [String] = []

  /// Everything that is wrong, in the order of the files.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Whether a diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What every file begins with.
  public static let firstLine = "// Made from a JSON Schema; what is changed here is lost when that is compiled again."

  /// Compiles schemas.
  ///
  /// - Parameters:
  ///   - inputs: The schema files of the folder.
  ///   - prompts: The prompt files of the folder.
  ///   - library: Other documents that references may lead to.
  ///   - module: The name of the module that the Swift will be part of, so that no name in it can mean another.
  public init(
    _ inputs: [Input], prompts: [Input] = [], library: SchemaLibrary = SchemaLibrary(),
    options: CompilerOptions = CompilerOptions(),
    module: String? = nil
  ) {
    self = DeepStack.run { Self(here: inputs, prompts: prompts, library: library, options: options, module: module) }
  }

  /// Compiles schemas on the stack of the caller.
  private init(
    here inputs: [Input], prompts: [Input], library: SchemaLibrary, options: CompilerOptions, module: String?
  ) {
    let files = inputs.map {
      SchemaFile(name: $0.name, uri: FolderAddress.uri(of: $0.path), bytes: $0.bytes)
    }
    let compileOptions = options.compileOptions
    diagnostics = SchemaLinter(options: compileOptions).lint(files, library: library)
    let roots = zip(inputs, files).map { input, file in
      RootName(input.path, chosen: file.document.flatMap { SwiftName.chosen(by: $0.json.root) })
    }
    diagnostics += Self.collisions(roots, inputs)
    // Prompts are looked at in any case, those of sound schemas wholly: all that is wrong is told at once.
    let faulty = Set(diagnostics.filter { $0.severity == .error }.map { ScalarText($0.document) })
    let sound = files.map { faulty.contains(ScalarText($0.name)) ? nil : $0.document }
    let compiled = CompiledRoots(sound, library: library, options: compileOptions)
    let folderPrompts = FolderPrompts(inputs, files: prompts, roots: compiled)
    // What goes into a prompt is held to more than the linter asks.
    diagnostics.removeAll { warning in
      folderPrompts.diagnostics.contains {
        $0.rule == warning.rule && $0.position == warning.position
          && $0.document.utf8.elementsEqual(warning.document.utf8)
      }
    }
    diagnostics += folderPrompts.diagnostics
    guard !hasErrors else { return }
    diagnostics += Self.losses(inputs, compiled, options.dialects)
    let documents = files.compactMap(\.document)
    let graph = SchemaGraph(of: documents, library: library, options: compileOptions)
    diagnostics += Self.typedFormats(graph, documents)
    let model = ShapeModel(graph, paths: inputs.map(\.path), roots: roots.map(\.path), options: options)
    add(checkOwnKeywords(in: graph, documents: documents.count, model.places))
    add(model.diagnostics)
    if module == nil { diagnostics += model.hiddenTypes }
    guard !hasErrors else { return }
    var declared: Set<[String]> = []
    for index in inputs.indices {
      let translator = FileTranslator(model, document: index, options: options, module: module)
      var folders: [SwiftDeclaration] = []
      for depth in 1..<max(roots[index].path.count, 1) {
        let folder = Array(roots[index].path.prefix(depth))
        if declared.insert(folder).inserted { folders.append(translator.folder(folder)) }
      }
      sources.append(
        Self.text(of: folders + translator.declarations(folderPrompts.prompts[index]), name: inputs[index].path))
      add(translator.diagnostics)
    }
  }

  /// Adds diagnostics, but those for places of which the same has been said.
  private mutating func add(_ new: [Diagnostic]) {
    for diagnostic in new {
      let isKnown = diagnostics.contains {
        $0.rule == diagnostic.rule && $0.position == diagnostic.position
          && $0.document.utf8.elementsEqual(diagnostic.document.utf8)
      }
      if !isKnown { diagnostics.append(diagnostic) }
    }
  }

  private static func text(of declarations: [SwiftDeclaration], name: String) -> String {
    let head = [
      firstLine, "",
      "@_exported public import Typecast", "",
    ]
    return (head + SwiftRenderer.lines(of: declarations)).joined(separator: "\n") + "\n"
  }

  /// What is lost of each schema that models are asked by, in each dialect.
  private static func losses(_ inputs: [Input], _ roots: CompiledRoots, _ dialects: [Dialect]) -> [Diagnostic] {
    if dialects.isEmpty { return [] }
    // Schemas that refer to each other share what is lost of them; each loss stands where its schema does.
    var seen: Set<Diagnostic> = []
    var ranks: [String: Int] = [:]
    for (rank, input) in inputs.enumerated() { ranks[input.name] = rank }
    let losses = inputs.indices.filter { PromptFileName(inputs[$0].name) == nil }.flatMap { index -> [Diagnostic] in
      guard let root = roots[index] else { return [] }
      let projector = Projector(root)
      return dialects.flatMap { projector.projection(to: $0).losses.map(\.diagnostic) }
    }.filter { seen.insert($0).inserted }
    let keyed = losses.enumerated().map { order, loss in
      (rank: ranks[loss.document] ?? Int.max, order: order, loss: loss)
    }
    return keyed.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.map(\.loss)
  }

  /// The formats that are checked for their types alone, at the first place of one.
  private static func typedFormats(_ graph: SchemaGraph, _ documents: [SchemaDocument]) -> [Diagnostic] {
    var ranks: [ObjectIdentifier: Int] = [:]
    for (rank, document) in documents.enumerated() { ranks[ObjectIdentifier(document.json)] = rank }
    var names: Set<String> = []
    var first: (rank: Int, node: JSONNode)?
    for schema in graph.nodes {
      guard let rank = ranks[ObjectIdentifier(schema.json.document)], let node = schema.json["format"],
        let format = schema.keyword(FormatKeyword.self), format.isAssertedByType
      else { continue }
      names.insert(format.name)
      if first.map({ ($0.rank, $0.node.offset) > (rank, node.offset) }) ?? true { first = (rank, node) }
    }
    guard let (rank, node) = first else { return [] }
    let list = names.sorted().joined(separator: ", ")
    return [
      Diagnostic(
        severity: .note, rule: .typedFormat,
        message: "formats with types of their own are checked, though these schemas only note them (here: \(list)); "
          + "\"formats\": \"plain\" in typecast.json leaves them as strings",
        document: documents[rank].name, pointer: Places(documents).pointer(to: node), position: node.position)
    ]
  }

  private static func collisions(_ roots: [RootName], _ inputs: [Input]) -> [Diagnostic] {
    var folders: [[String]: Int] = [:]
    for (index, root) in roots.enumerated() {
      for depth in 1..<max(root.path.count, 1) {
        let folder = Array(root.path.prefix(depth))
        if folders[folder] == nil { folders[folder] = index }
      }
    }
    var first: [[String]: Int] = [:]
    var found: [Diagnostic] = []
    func report(_ message: String, _ index: Int) {
      found.append(
        Diagnostic(
          severity: .error, rule: .duplicateOutput, message: message, document: inputs[index].name, pointer: nil,
          position: TextPosition(line: 1, column: 1, offset: 0)))
    }
    for (index, root) in roots.enumerated() {
      let names = [root.path] + (PromptFileName(inputs[index].name) == nil ? [root.client] : [])
      for name in names {
        guard let other = folders[name] else { continue }
        report(
          "this schema makes the type \(name.joined(separator: ".")), and so does the folder around "
            + "\(inputs[other].name); rename the file or the folder", index)
      }
      guard let other = names.lazy.compactMap({ first[$0] }).first else {
        for name in names { first[name] = index }
        continue
      }
      report(
        "this schema and \(inputs[other].name) make the same names, \(root.path.joined(separator: ".")) among them; "
          + "rename one of the files", index)
    }
    return found
  }
}

extension Diagnostic.Rule {
  /// Two schemas, or a schema and a folder, make types of one name.
  public static let duplicateOutput = Self(rawValue: "duplicate-output")
  /// A format is checked because its strings have a type of their own.
  public static let typedFormat = Self(rawValue: "typed-format")
}

/// The name of the type that a file makes, with those of the folders around it.
struct RootName: Hashable {
  let path: [String]

  /// The name of the client that asks for values of the type.
  var client: [String] { path.dropLast() + [(path.last ?? "") + "Client"] }

  /// - Parameter chosen: The name that the schema chooses for itself.
  init(_ file: String, chosen: String?) {
    var names = file.split(separator: "/").map(String.init)
    if let last = names.popLast() {
      let base = [".schema.json", ".json"].first { last.hasSuffix($0) }.map { String(last.dropLast($0.count)) } ?? last
      names.append(base)
    }
    path = names.enumerated().map { index, name in
      let isLast = index == names.count - 1
      let kind = isLast ? "Schema" : "Folder"
      let chosen = isLast ? chosen.map(SwiftName.type(chosen:)) : nil
      guard let type = chosen ?? SwiftName.type(SwiftName.words(of: name)) else { return kind }
      return Self.reserved.contains(type) ? type + kind : type
    }
  }

  /// Names that Swift or generated code gives a meaning.
  private static let reserved: Set<String> = ["Any", "Protocol", "Self", "Swift", "Type", "Typecast"]
}
