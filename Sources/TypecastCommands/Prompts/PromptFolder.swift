import TypecastCompiler
import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// A folder of schemas and prompts, in which one prompt is looked for.
struct PromptFolder {
  let path: String
  let environment: CommandEnvironment

  /// How the folder's `typecast.json` has schemas read.
  private let options: CompileOptions

  init(path: String, environment: CommandEnvironment) throws(CommandFailure) {
    self.path = path
    self.environment = environment
    options = try (FolderConfig.options(at: path, in: environment) ?? CompilerOptions()).compileOptions
  }

  /// A prompt with all that filling it in takes.
  struct Prompt {
    let resolved: ResolvedPrompt
    let outputFormat: String

    /// The schema of the inputs, if there is one.
    let inputs: CompiledSchema?

    init(_ resolved: ResolvedPrompt, outputFormat: String, inputs: CompiledSchema?) {
      self.resolved = resolved
      self.outputFormat = outputFormat
      self.inputs = inputs
    }

    /// The prompt that a schema has by itself; nil where an example of the schema is at fault.
    init?(of schema: CompiledSchema, named name: String, _ diagnostics: inout [Diagnostic]) {
      let faults = ExampleCheck.diagnostics(for: schema)
      diagnostics += faults
      let prompt = DefaultPrompt(for: schema, named: name)
      guard faults.isEmpty, let resolved = prompt.resolved else { return nil }
      self.init(resolved, outputFormat: prompt.outputFormat, inputs: nil)
    }

    /// The prompt of a file, for a schema; nil where either has an error.
    init?(
      _ file: PromptFile, for schema: CompiledSchema?, inputs: CompiledSchema?, _ diagnostics: inout [Diagnostic]
    ) {
      guard let template = file.template else { return nil }
      let result = ResolvedPrompt.resolve(
        template, inputs: inputs.map { .schema($0) } ?? .texts, document: file.name)
      diagnostics += result.diagnostics
      guard let resolved = result.prompt, let schema else { return nil }
      self.init(resolved, outputFormat: SchemaSketch.text(of: schema), inputs: inputs)
    }
  }

  /// What is wrong with the files of a prompt.
  struct Diagnostics: Error {
    let list: [Diagnostic]
  }

  /// Finds a prompt by NAME.VERB, or the default prompt of a schema by NAME.
  func prompt(named name: String) throws(CommandFailure) -> Result<Prompt, Diagnostics> {
    guard environment.files.kind(at: path) == .folder else {
      throw CommandFailure(.unreadable, "There is no folder '\(path)'.", nextStep: "Name a folder of schemas.")
    }
    // The name of the file itself is understood, too.
    let suffix = [".prompt.md", ".schema.json"].first(where: name.hasSuffix) ?? ""
    let name = String(name.dropLast(suffix.count))
    let stem = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    if environment.files.kind(at: stem + ".prompt.md") == .file {
      let (sources, diagnostics) = PromptSource.find(among: neighbours(of: stem))
      let own = diagnostics.filter { $0.document.utf8.elementsEqual((stem + ".prompt.md").utf8) }
      if !own.isEmpty { return .failure(Diagnostics(list: own)) }
      if let source = sources.first { return try prompt(of: source) }
    }
    if environment.files.kind(at: stem + ".schema.json") == .file { return try defaultPrompt(of: stem, name) }
    // The default prompt goes by the name of its function, too.
    let verb = "." + DefaultPrompt.verb
    if name.hasSuffix(verb) {
      let schema = String(stem.dropLast(verb.count))
      if environment.files.kind(at: schema + ".schema.json") == .file {
        return try defaultPrompt(of: schema, String(name.dropLast(verb.count)))
      }
    }
    throw try missing(name)
  }

  /// The files that may belong to a prompt.
  private func neighbours(of stem: String) -> [String] {
    var paths = [stem + ".prompt.md", stem + ".input.schema.json"]
    if let schema = PromptFileName(paths[0])?.schema {
      paths.append(schema + ".schema.json")
      // Only for the hint at another name.
      let folder = schema.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(schema[..<$0]) } ?? "."
      let names = (try? environment.files.names(in: folder)) ?? []
      paths += names.filter { $0.hasSuffix(".schema.json") }.map { "\(folder)/\($0)" }
    }
    return paths.filter { environment.files.kind(at: $0) == .file }
  }

  // MARK: - Prompts

  private func prompt(of source: PromptSource) throws(CommandFailure) -> Result<Prompt, Diagnostics> {
    let file = PromptFile(name: source.prompt, bytes: try environment.unchangedBytes(at: source.prompt))
    var diagnostics = file.diagnostics
    let schema = try compile(source.schemaPath, &diagnostics)
    var inputSchema: CompiledSchema?
    if let path = source.inputs { inputSchema = try compile(path, &diagnostics) }
    var prompt: Prompt?
    if source.inputs == nil || inputSchema != nil {
      prompt = Prompt(file, for: schema, inputs: inputSchema, &diagnostics)
    }
    return try checked(prompt, diagnostics)
  }

  private func defaultPrompt(of stem: String, _ name: String) throws(CommandFailure) -> Result<Prompt, Diagnostics> {
    var diagnostics: [Diagnostic] = []
    let schema = try compile(stem + ".schema.json", &diagnostics)
    let base = name.split(separator: "/").last.map(String.init) ?? name
    let prompt = schema.flatMap { Prompt(of: $0, named: base, &diagnostics) }
    return try checked(prompt, diagnostics)
  }

  private func checked(
    _ prompt: Prompt?, _ diagnostics: [Diagnostic]
  ) throws(CommandFailure) -> Result<Prompt, Diagnostics> {
    guard let prompt, !diagnostics.contains(where: { $0.severity == .error }) else {
      return .failure(Diagnostics(list: diagnostics))
    }
    try warn(diagnostics)
    return .success(prompt)
  }

  private func compile(_ path: String, _ diagnostics: inout [Diagnostic]) throws(CommandFailure) -> CompiledSchema? {
    let file = SchemaFile(name: path, bytes: try environment.unchangedBytes(at: path))
    diagnostics += file.diagnostics
    guard let found = file.document else { return nil }
    let folders = SchemaFolders(files: environment.files, way: .none)
    folders.open(self.path)
    let document = try folders.document(found.json, at: path)
    let identified = try identified(folders)
    do throws(SchemaError) {
      let library = SchemaLibrary(identified, loader: folders.load)
      let schema = try CompiledSchema(document, library: library, options: options)
      diagnostics += schema.warnings
      return schema
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The schemas of the folder that others may know by an address of their own.
  private func identified(_ folders: SchemaFolders) throws(CommandFailure) -> [SchemaDocument] {
    var documents: [SchemaDocument] = []
    for file in try schemaFiles(at: path, in: environment.files) where file.hasSuffix(".schema.json") {
      guard let found = SchemaFile(name: file, bytes: try environment.unchangedBytes(at: file)).document else {
        continue
      }
      let root = found.json.root
      guard root["$id"]?.string != nil || root["id"]?.string != nil else { continue }
      documents.append(try folders.document(found.json, at: file))
    }
    return documents
  }

  private func warn(_ diagnostics: [Diagnostic]) throws(CommandFailure) {
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
  }

  // MARK: - Names

  private func missing(_ name: String) throws(CommandFailure) -> CommandFailure {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let known = names(below: String(prefix.dropLast()))
    let near = Spelling.nearest(to: name, among: known).map { " Did you mean '\($0)'?" } ?? ""
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return CommandFailure(
      .unreadable, "There is neither \(prefix)\(name).prompt.md nor \(prefix)\(name).schema.json.\(near)",
      nextStep: known.isEmpty ? "Name a folder of schemas and prompts." : "The folder has: \(list).")
  }

  /// Every name of a prompt or a schema in the folder and those below, sorted.
  private func names(below root: String) -> [String] {
    var found: [String] = []
    var open = [root]
    while let folder = open.popLast() {
      for name in (try? environment.files.names(in: folder)) ?? [] where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        if environment.files.kind(at: path) == .folder {
          if !environment.files.isLink(at: path) { open.append(path) }
          continue
        }
        let suffixes = [".prompt.md", ".schema.json"]
        guard PromptFileName(path)?.kind != .inputs, let suffix = suffixes.first(where: name.hasSuffix) else {
          continue
        }
        found.append(String(path.dropFirst(root.count + 1).dropLast(suffix.count)))
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
