import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// The prompts of a folder, checked.
struct FolderPrompts {
  /// A prompt and the verb that it is asked by.
  struct Prompt {
    let verb: String
    let resolved: ResolvedPrompt
    let outputFormat: String

    /// The number of the document that types the inputs; nil where they are texts.
    let inputs: Int?
  }

  /// For each document its prompts; none for documents that only type the inputs of one.
  private(set) var prompts: [[Prompt]]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - schemas: The schema files.
  ///   - files: The prompt files.
  ///   - roots: The schemas of the schema files.
  init(_ schemas: [SchemaCompilation.Input], files: [SchemaCompilation.Input], roots: CompiledRoots) {
    prompts = [[Prompt]](repeating: [], count: schemas.count)
    var numbers: [String: Int] = [:]
    for (number, schema) in schemas.enumerated() { numbers[schema.name] = number }

    let (sources, found) = PromptSource.find(among: (schemas + files).map(\.name))
    diagnostics += found
    var verbs: [[String]: String] = [:]
    for source in sources {
      guard let number = numbers[source.schemaPath], let bytes = files.first(where: { $0.name == source.prompt })?.bytes
      else { continue }
      let functions = Self.functions(of: source.verb).map { [source.schema, $0] }
      // Where no prompt has that verb, `extract` is asked by the default prompt.
      let other =
        functions.lazy.compactMap { verbs[$0] }.first
        ?? (functions[0] == [source.schema, "streamExtract"] ? "the default one" : nil)
      if let other {
        diagnostics.append(
          Diagnostic(
            severity: .error, rule: .invalidVerb,
            message: "this prompt and \(other) make functions of the same names; choose another verb for one of them",
            document: source.prompt, pointer: nil, position: TextPosition(line: 1, column: 1, offset: 0)))
        continue
      }
      for function in functions { verbs[function] = source.prompt }
      let file = PromptFile(name: source.prompt, bytes: bytes)
      diagnostics += file.diagnostics
      let inputs = source.inputs.flatMap { numbers[$0] }
      let inputSchema = inputs.flatMap { roots[$0] }
      guard let template = file.template, source.inputs == nil || inputSchema != nil else { continue }
      let result = ResolvedPrompt.resolve(
        template, inputs: inputSchema.map { .schema($0) } ?? .texts, document: source.prompt)
      diagnostics += result.diagnostics
      guard let resolved = result.prompt, let root = roots[number] else { continue }
      prompts[number].append(
        Prompt(
          verb: source.verb, resolved: resolved,
          outputFormat: resolved.showsOutputFormat ? SchemaSketch.text(of: root) : "",
          inputs: inputs))
    }
    for (number, input) in schemas.enumerated() where PromptFileName(input.name) == nil {
      guard let root = roots[number] else { continue }
      diagnostics += ExampleCheck.diagnostics(for: root)
      if prompts[number].contains(where: { Self.functions(of: $0.verb).contains("extract") }) { continue }
      let name = input.path.split(separator: "/").last.map { String($0.dropLast(".schema.json".count)) } ?? input.path
      let prompt = DefaultPrompt(for: root, named: name)
      guard let resolved = prompt.resolved else { continue }
      prompts[number].insert(
        Prompt(verb: "extract", resolved: resolved, outputFormat: prompt.outputFormat, inputs: nil), at: 0)
    }
  }

  /// The names of the functions that a verb makes.
  static func functions(of verb: String) -> [String] {
    [SwiftName.member([verb]) ?? verb, "stream" + (SwiftName.type([verb]) ?? verb)]
  }
}
