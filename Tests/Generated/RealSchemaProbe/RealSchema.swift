import TypecastCompiler
import TypecastJSON
import TypecastSchema
import Verdicts

/// A schema that somebody uses, as the compiler takes it.
struct RealSchema {
  let collection: String
  let name: String

  /// Its path within the folder that its relative references start from.
  let path: String
  let json: JSONDocument
  let library: SchemaLibrary
  var options: CompilerOptions
  var instances: [VerdictCase.Instance] = []

  var description: String { "\(collection) \(name)" }

  /// Compiles the schema, at its own path or at another one.
  func compile(as path: String? = nil, module: String? = "Real") -> SchemaCompilation {
    SchemaCompilation(
      [.init(path: path ?? self.path, name: name, bytes: JSONWriter().bytes(of: json.root.value))],
      library: library, options: options, module: module)
  }

  /// The schema as the interpreter has it; nil if that refuses it.
  func interpreted() -> CompiledSchema? {
    let formats: FormatMode = options.assertsFormats.map { $0 ? .assert : .annotate } ?? .byDialect
    return try? CompiledSchema(
      SchemaDocument(json, uri: URIReference("typecast:/" + path), name: name), library: library,
      options: CompileOptions(defaultDraft: options.draft, formats: formats))
  }
}

extension CompilerOptions {
  /// What users get, but for formats: these are as the verdicts of the collection have them.
  init(_ options: CompileOptions) {
    self.init(
      formats: .plain,
      assertsFormats: options.formats == .assert ? true : options.formats == .annotate ? false : nil,
      draft: options.defaultDraft)
  }
}
