import TypecastJSON
import TypecastSchema

/// Translates the types of one document into declarations.
final class FileTranslator {
  let model: ShapeModel
  let options: CompilerOptions

  /// The name of the module that the types will be part of, if it is known.
  let module: String?

  /// The document's number.
  let document: Int

  /// Other documents that the code needs, in the order in which it numbers them from 1 on: those that references lead to,
  /// and meta-schemas that hold parts.
  private var others: [Int]

  /// What there is to say about the schemas.
  private(set) var diagnostics: [Diagnostic] = []

  private var parts: [CheckedPart: Int] = [:]
  private var orderedParts: [CheckedPart] = []

  init(_ model: ShapeModel, document: Int, options: CompilerOptions, module: String?) {
    self.model = model
    self.options = options
    self.module = module
    self.document = document
    others = model.references[document]
  }

  var graph: SchemaGraph { model.graph }

  /// The word for the access level, with a space behind it.
  var access: SwiftExpression {
    switch options.access {
    case .public: "public "
    case .package: "package "
    case .internal: ""
    }
  }

  // MARK: - Names

  /// A type by its full name.
  func path(of id: TypeID) -> SwiftExpression {
    path(model.names.path(of: id))
  }

  func path(_ names: [String]) -> SwiftExpression {
    let path = SwiftExpression.joined(names.map { .name($0) }, by: ".")
    return module.map { "\(.name($0))::\(path)" } ?? path
  }

  /// The document's own type.
  var root: SwiftExpression { path(model.roots[document]) }

  /// What checks the parts of the document's schema that generated code leaves over.
  var checker: SwiftExpression { root + ".parts" }

  /// Says so if a name is not the one that a schema has chosen.
  func expect(_ name: String, toBe chosen: String, _ subject: String, of schema: SchemaID) {
    guard name != chosen, let node = graph[schema].json["x-swift-name"] else { return }
    diagnostics.append(
      model.places.diagnostic(
        .warning, .unusedName, "\(chosen) has another meaning in the type; \(subject) is called \(name)", at: node))
  }

  // MARK: - Parts

  /// The numbers of parts, as a literal.
  func numbers(of parts: [CheckedPart]) -> SwiftExpression {
    .array(parts.map { .int(number(of: $0)) })
  }

  private func number(of part: CheckedPart) -> Int {
    if let known = parts[part] { return known }
    let number = orderedParts.count
    parts[part] = number
    orderedParts.append(part)
    return number
  }

  /// A schema's place as generated code gives it: the number of its document and its pointer.
  private func place(of id: SchemaID) -> (document: Int, pointer: String) {
    let owner = graph.resources[graph[id].resource].document
    return (number(ofDocument: owner), model.places.pointer(to: graph[id].json).description)
  }

  private func number(ofDocument owner: Int) -> Int {
    if owner == document { return 0 }
    if let known = others.firstIndex(of: owner) { return known + 1 }
    others.append(owner)
    return others.count
  }

  // MARK: - Declarations

  /// Everything that the document's file declares.
  func declarations(_ prompts: [FolderPrompts.Prompt]) -> [SwiftDeclaration] {
    let types = model.typesByDocument[document] ?? []
    guard let rootType = types.first(where: \.isRoot) else { return [] }
    let others = types.filter { !$0.isRoot }
    var root = translate(rootType)
    let nested = others.map(translate)
    let folders = model.roots[document].dropLast()
    if case .members(let members) = root.body {
      var hasPartial = hasPartialUnion(rootType.id)
      if case .object = rootType.definition { hasPartial = true }
      root.body = .members(rootMembers() + members + (hasPartial ? [] : [partialAlias]))
    }
    var declarations: [SwiftDeclaration] = []
    let own = [root] + (ClientTranslator(self, prompts).declaration().map { [$0] } ?? [])
    if folders.isEmpty {
      declarations += own
    } else {
      declarations.append(SwiftDeclaration("extension \(path(Array(folders)))", .members(own)))
    }
    if !nested.isEmpty { declarations.append(SwiftDeclaration("extension \(self.root)", .members(nested))) }
    return declarations
  }

  /// The namespace of a folder.
  func folder(_ names: [String]) -> SwiftDeclaration {
    let declaration = SwiftDeclaration(
      access + "enum \(.name(names.last ?? "Folder"))", documentation: ["The schemas of a folder."], .members([]))
    if names.count == 1 { return declaration }
    return SwiftDeclaration("extension \(path(Array(names.dropLast())))", .members([declaration]))
  }

  private func rootMembers() -> [SwiftDeclaration] {
    let source = model.sources[document]
    // Places come first: they may be in documents that nothing else has asked for.
    let checked = orderedParts.map { ($0, place(of: $0.schema)) }
    let texts = others.map { other in
      other < model.roots.count && !model.roots[other].isEmpty
        ? path(model.roots[other]) + ".source"
        : "Typecast::SchemaText(uri: \(.string(model.sources[other].uri)), name: \(.string(model.sources[other].name)), "
          + "text: \(.string(model.sources[other].text)))"
    }
    var arguments: [SwiftExpression] = ["source"]
    if !texts.isEmpty { arguments.append("with: \(.array(texts))") }
    if options.draft != .draft2020 { arguments.append("draft: \(.int(options.draft.rawValue))") }
    if let assertsFormats = options.assertsFormats {
      arguments.append("assertsFormats: \(assertsFormats ? "true" : "false")")
    }
    if options.formats == .rich { arguments.append("typesFormats: true") }
    if !checked.isEmpty {
      let list = checked.map { part, place -> SwiftExpression in
        let scope = part.scope.map { SwiftExpression.string(graph.resources[$0].uri.description) }
        return "(\(.int(place.document)), \(.string(place.pointer)), \(.array(part.keywords.map { .int($0) })), "
          + "\(.array(scope)))"
      }
      arguments.append("parts: \(.array(list))")
    }
    return [
      SwiftDeclaration(
        access + "static let source = Typecast::SchemaText(uri: \(.string(source.uri)), name: \(.string(source.name)), "
          + "text: \(.string(source.text)))", documentation: ["The text of the schema."]),
      SwiftDeclaration(
        access + "static let parts = Typecast::SchemaParts(\(.joined(arguments, by: ", ")))",
        documentation: ["The schema with the parts of it that are interpreted."]),
      SwiftDeclaration(
        access + "static var schema: Typecast::CompiledSchema { parts.schema }",
        documentation: ["The schema, ready for validation."]),
    ]
  }

  private func translate(_ type: NamedType) -> SwiftDeclaration {
    switch type.definition {
    case .object(let object): ObjectTranslator(self, type).translate(object)
    case .union(let union): UnionTranslator(self, type).translate(union)
    case .texts(let texts): translate(texts: texts, of: type)
    case .constants(let values): translate(constants: values, of: type)
    case .tuple(let tuple): TupleTranslator(self, type).translate(tuple)
    case .wrapper(let shape): translate(wrapper: shape, of: type)
    }
  }

  /// The head of a type: its name and what it conforms to.
  func head(_ keyword: StaticString, _ type: NamedType, conforming more: [SwiftExpression] = []) -> SwiftExpression {
    let name = SwiftExpression.name(model.names.path(of: type.id).last ?? "Value")
    let conformances = more + [type.isRoot ? "Typecast::SchemaRoot" : "Typecast::SchemaValue"]
    return access + .code(keyword) + " \(name): \(.joined(conformances, by: ", "))"
  }

  /// What a schema says about itself, as documentation.
  func documentation(of id: SchemaID?) -> [String] {
    guard let id else { return [] }
    let title = annotation("title", of: id)?.string
    let description = annotation("description", of: id)?.string
    var lines: [String] = []
    if let title, !title.isEmpty { lines.append(title) }
    if let description, !description.isEmpty, description.utf8.elementsEqual((title ?? "").utf8) == false {
      if !lines.isEmpty { lines.append("") }
      lines.append(description)
    }
    if annotation("deprecated", of: id)?.bool == true { lines += (lines.isEmpty ? [] : [""]) + ["Deprecated."] }
    return lines
  }

  func annotation(_ name: String, of id: SchemaID) -> JSONValue? {
    graph[id].keywords.lazy.compactMap { $0 as? Annotation }.first { $0.name == name }?.value
  }

  /// The schemas that a type stands for.
  func definition(of type: NamedType) -> SwiftDeclaration {
    let places = type.conjunction.elements.map { element -> SwiftExpression in
      let place = place(of: element.schema)
      return "(\(.int(place.document)), \(.string(place.pointer)))"
    }
    let origin = place(of: type.origin)
    let list =
      type.isRoot
      ? "[(0, \"\")]"
      : places.isEmpty ? "[(\(.int(origin.document)), \(.string(origin.pointer)))]" : SwiftExpression.array(places)
    return SwiftDeclaration(
      access + "static let definition = Typecast::SchemaDefinition(\(checker), \(list))",
      documentation: ["The schemas that a value of this type follows."])
  }

  /// A stored property; one that would contain its own type is held in a box.
  func property(
    _ name: SwiftExpression, of type: SwiftExpression, boxed box: Int?, documentation: [String]
  ) -> [SwiftDeclaration] {
    guard let box else { return [SwiftDeclaration(access + "var \(name): \(type)", documentation: documentation)] }
    let storage: SwiftExpression = "box\(.int(box))"
    return [
      SwiftDeclaration("private var \(storage): Typecast::Indirect<\(type)>"),
      SwiftDeclaration(
        access + "var \(name): \(type)", documentation: documentation,
        .statements([.line("get { \(storage).wrapped }"), .line("set { \(storage).wrapped = newValue }")])),
    ]
  }

  /// Gives a stored property its first value.
  func assign(_ value: SwiftExpression, to name: SwiftExpression, boxed box: Int?) -> SwiftStatement {
    box.map { .line("self.box\(.int($0)) = Typecast::Indirect(\(value))") } ?? .line("self.\(name) = \(value)")
  }

  func reading(_ statements: [SwiftStatement]) -> SwiftDeclaration {
    SwiftDeclaration(
      access + "init(reading reader: inout Typecast::JSONReader) throws(Typecast::JSONError)",
      documentation: ["Reads a value and checks all that its schema demands."], .statements(statements))
  }

  func writing(_ statements: [SwiftStatement]) -> SwiftDeclaration {
    SwiftDeclaration(
      access + "func write(to output: inout Typecast::JSONOutput)", documentation: ["Writes the value as JSON."],
      .statements(statements))
  }

  /// A check of the parts that are interpreted, if there are any.
  func check(_ parts: [CheckedPart]) -> [SwiftStatement] {
    parts.isEmpty ? [] : [.line("try reader.check(\(checker), \(numbers(of: parts)))")]
  }
}
