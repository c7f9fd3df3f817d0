import TypecastJSON
public import TypecastSchema

/// The files of one prompt, found by their names.
public struct PromptSource: Hashable, Sendable {
  /// The path of the schema without `.schema.json`.
  public let schema: String

  /// What the function of the client is called.
  public let verb: String

  /// The path of the prompt.
  public let prompt: String

  /// The path of the schema of the inputs, if there is one.
  public let inputs: String?

  /// The path of the schema, with its ending.
  public var schemaPath: String { schema + ".schema.json" }

  /// Finds the prompts among the paths of some files, and everything that is wrong with their names.
  ///
  /// Prompts come in the order of their paths' bytes.
  public static func find(among paths: [String]) -> (sources: [PromptSource], diagnostics: [Diagnostic]) {
    let known = Set(paths.map(ScalarText.init))
    let schemas = paths.filter { $0.hasSuffix(".schema.json") && PromptFileName($0) == nil }
    var sources: [PromptSource] = []
    var diagnostics: [Diagnostic] = []
    for path in paths.sorted(by: { ScalarText($0) < ScalarText($1) }) {
      guard let name = PromptFileName(path) else { continue }
      func report(_ rule: Diagnostic.Rule, _ message: String) {
        diagnostics.append(
          Diagnostic(
            severity: .error, rule: rule, message: message, document: path, pointer: nil,
            position: TextPosition(line: 1, column: 1, offset: 0)))
      }
      if let complaint = name.complaint { report(.invalidVerb, complaint) }
      let schema = name.schema + ".schema.json"
      let prompt = "\(name.schema).\(name.verb ?? "").prompt.md"
      if name.kind == .inputs {
        if !known.contains(ScalarText(prompt)) {
          report(.missingFile, "these are the inputs of no prompt; add \(fileName(prompt)), or remove the file")
        }
        continue
      }
      guard known.contains(ScalarText(schema)) else {
        let near = schemas.count > mostGuesses ? nil : Spelling.nearest(toFile: schema, among: schemas)
        let common = near.map { sharedFolder(schema, $0) } ?? folder(of: schema)
        let hint =
          near.map { near in
            let question = "did you mean \(near.dropFirst(common.count))?"
            return folder(of: near) == folder(of: schema) ? question : "\(question) A prompt stands beside its schema"
          } ?? "add it beside the prompt"
        report(.missingFile, "there is no \(schema.dropFirst(common.count)) for this prompt; \(hint)")
        continue
      }
      guard let verb = name.verb, name.complaint == nil else { continue }
      let inputs = "\(name.schema).\(verb).input.schema.json"
      sources.append(
        PromptSource(
          schema: name.schema, verb: verb, prompt: path, inputs: known.contains(ScalarText(inputs)) ? inputs : nil))
    }
    return (sources, diagnostics)
  }

  /// Among more schemas than these none is guessed: there may be as many prompts.
  private static let mostGuesses = 1_000

  /// A path up to its last slash.
  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? ""
  }

  /// The folder that two paths have in common.
  private static func sharedFolder(_ left: String, _ right: String) -> String {
    let start = zip(folder(of: left), folder(of: right)).prefix { $0 == $1 }.count
    return folder(of: String(left.prefix(start)))
  }

  private static func fileName(_ path: String) -> Substring {
    path.utf8.lastIndex(of: 0x2F).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }
}
