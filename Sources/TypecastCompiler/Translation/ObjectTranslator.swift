import TypecastJSON
import TypecastSchema

/// Translates an object into a struct.
struct ObjectTranslator {
  private let file: FileTranslator
  private let type: NamedType
  private let reading: ShapeReading

  /// A property that the struct stores, under its Swift name.
  private struct Stored {
    let index: Int
    let name: String
    let property: ObjectShape.Property
    let isBoxed: Bool

    /// The default as an expression, if there is one.
    var defaultExpression: SwiftExpression?

    /// The name of the accessor that gives the default, if there is one.
    var defaultName: String?

    /// The name of the constant that holds the default, where that is no literal.
    var constantName: String?
  }

  init(_ file: FileTranslator, _ type: NamedType) {
    self.file = file
    self.type = type
    reading = ShapeReading(file)
  }

  /// Names that mean something else in every type.
  private static let reserved: Set<String> = [
    "hashValue", "hash", "encode", "write", "validate", "json", "jsonBytes", "init", "self", "Self", "Type",
    "isComplete", "member",
  ]

  func translate(_ object: ObjectShape) -> SwiftDeclaration {
    let boxes = file.model.boxed.filter { $0.type == type.id }.map { "box\($0.index)" }
    var pool = NamePool(reserved: Self.reserved.union(boxes))
    var stored = object.properties.enumerated().compactMap { index, property -> Stored? in
      if property.shape == .never { return nil }
      let chosen = property.schema.flatMap { SwiftName.chosen(by: file.graph[$0].json) }.map(SwiftName.member(chosen:))
      let wanted = chosen ?? SwiftName.member(SwiftName.words(of: property.key)) ?? "member"
      let name = pool.take([wanted, wanted + "Value"])
      if let chosen, let schema = property.schema { file.expect(name, toBe: chosen, "the property", of: schema) }
      return Stored(
        index: index, name: name, property: property,
        isBoxed: file.model.boxed.contains(.init(type: type.id, index: index)))
    }
    for index in stored.indices {
      let property = stored[index].property
      guard let value = property.defaultValue, !isNil(value, property) else { continue }
      stored[index].defaultExpression = literal(value, as: property.shape)
      if !property.isRequired { stored[index].defaultName = pool.take([stored[index].name + "OrDefault"]) }
      if stored[index].defaultExpression == nil {
        let name = pool.take([stored[index].name + "Default"])
        stored[index].constantName = name
        stored[index].defaultExpression = "Self.\(.name(name))"
      }
    }
    let extrasName = object.extras == nil ? nil : pool.take(["additionalProperties"])

    var members: [SwiftDeclaration] = []
    for property in stored { members += declarations(of: property) }
    if let extras = object.extras, let extrasName {
      members.append(
        SwiftDeclaration(
          file.access + "var \(.name(extrasName)): \(extrasType(extras))",
          documentation: ["The members that no property stands for, in their order."]))
    }
    members.append(initializer(stored, object.extras, extrasName))
    let keys = object.properties.map { SwiftExpression.string($0.key) }
    let required = object.properties.indices.filter { object.properties[$0].isRequired }
    let isWide = stored.count > Self.mostVariables
    let read = file.reading(
      isWide ? wideReadStatements(object, stored, extrasName) : readStatements(object, stored, extrasName))
    let wide = isWide ? wideReading(object, stored) : []
    members += reading.ruleDeclarations
    members.append(
      SwiftDeclaration(
        "private static let keys = Typecast::JSONKeys(\(.array(keys)), required: \(.array(required.map { .int($0) })))")
    )
    members.append(read)
    members += wide
    members.append(file.writing(writeStatements(object, stored, extrasName)))
    members += equality(object, stored, extrasName)
    members.append(file.definition(of: type))
    members += stored.compactMap(defaultConstant)
    members += stored.compactMap(defaultAccessor)
    members.append(file.partial(stored.map { ($0.name, $0.property) }))
    return SwiftDeclaration(
      file.head("struct", type), documentation: file.documentation(of: type.origin), .members(members))
  }

  private func extrasType(_ extras: Shape) -> SwiftExpression { reading.type(of: .map(extras, CountShape())) }

  private func type(of property: ObjectShape.Property) -> SwiftExpression {
    reading.type(of: property.shape) + (property.isRequired ? "" : "?")
  }

  private func declarations(of stored: Stored) -> [SwiftDeclaration] {
    file.property(
      .name(stored.name), of: type(of: stored.property), boxed: stored.isBoxed ? stored.index : nil,
      documentation: file.documentation(of: stored.property.schema))
  }

  private func initializer(_ stored: [Stored], _ extras: Shape?, _ extrasName: String?) -> SwiftDeclaration {
    var parameters = stored.map { stored -> SwiftExpression in
      let start: SwiftExpression = "\(.label(stored.name)): \(type(of: stored.property))"
      if let value = stored.defaultExpression { return "\(start) = \(value)" }
      if !stored.property.isRequired { return start + " = nil" }
      return onlyValue(of: stored.property.shape).map { "\(start) = \($0)" } ?? start
    }
    if let extras, let extrasName {
      parameters.append("\(.label(extrasName)): \(extrasType(extras)) = \(extrasType(extras))()")
    }
    var statements = stored.map {
      file.assign(.name($0.name), to: .name($0.name), boxed: $0.isBoxed ? $0.index : nil)
    }
    if let extrasName { statements.append(.line("self.\(.name(extrasName)) = \(.name(extrasName))")) }
    return SwiftDeclaration(
      file.access + "init(\(.joined(parameters, by: ", ")))",
      documentation: ["A value by its parts; `validate()` tells whether the schema allows it."], .statements(statements)
    )
  }

  // MARK: - Reading

  private func readStatements(
    _ object: ObjectShape, _ stored: [Stored], _ extrasName: String?
  ) -> [SwiftStatement] {
    var statements = file.check(object.parts)
    let counts = !object.count.isFree
    if counts {
      statements.append(.line("let start = reader.mark"))
    }
    let byIndex = Dictionary(uniqueKeysWithValues: stored.map { ($0.index, $0) })
    for stored in stored {
      let property = stored.property
      statements.append(
        .line("var \(.local(stored.index)): \(reading.type(of: property.shape))?"))
    }
    if let extras = object.extras, extrasName != nil {
      statements.append(.line("var extras = \(extrasType(extras))()"))
    }
    statements.append(.line("let keys = Self.keys"))
    statements.append(.line("var object = Typecast::JSONObjectCursor()"))
    var cases = object.properties.enumerated().map { index, property -> (SwiftExpression, [SwiftStatement]) in
      let head: SwiftExpression = "case \(.int(index))"
      guard byIndex[index] != nil else { return (head, [.line("try reader.nothing()")]) }
      return (head, [.line("\(.local(index)) = \(assigned(property.shape))")])
    }
    cases.append(("default", [.line(readExtra(object.extras))]))
    let loop: [SwiftStatement] =
      object.properties.isEmpty
      ? [.line(readExtra(object.extras))] : [.cases("object.index", cases)]
    statements.append(
      .block("while try reader.nextKey(&object, of: keys)", loop))
    if counts {
      statements.append(checkCount(of: object, hasExtras: extrasName != nil))
    }
    let required = stored.filter(\.property.isRequired)
    if !required.isEmpty {
      let bindings = required.map { SwiftExpression.local($0.index) }.map { "let \($0)" as SwiftExpression }
      statements.append(.line("guard \(.joined(bindings, by: ", ")) else { throw reader.violation() }"))
    }
    statements += stored.map {
      file.assign(.local($0.index), to: .name($0.name), boxed: $0.isBoxed ? $0.index : nil)
    }
    if let extrasName { statements.append(.line("self.\(.name(extrasName)) = extras")) }
    return statements
  }

  // MARK: - Reading wide objects

  /// With more properties the values are read into a struct in memory by a function of their own: Swift's optimizer takes
  /// time that grows with the square of the variables that live in one loop, and more.
  private static let mostVariables = 24

  private func wideReadStatements(
    _ object: ObjectShape, _ stored: [Stored], _ extrasName: String?
  ) -> [SwiftStatement] {
    var statements = file.check(object.parts)
    let counts = !object.count.isFree
    if counts { statements.append(.line("let start = reader.mark")) }
    statements.append(.line("var values = _Values()"))
    if let extras = object.extras, extrasName != nil {
      statements.append(.line("var extras = \(extrasType(extras))()"))
    }
    statements.append(.line("let keys = Self.keys"))
    statements.append(.line("var object = Typecast::JSONObjectCursor()"))
    statements.append(
      .block(
        "while try reader.nextKey(&object, of: keys)",
        [
          .block(
            "if try !Self.readMember(object.index, &values, &reader)", [.line(readExtra(object.extras))])
        ]))
    if counts { statements.append(checkCount(of: object, hasExtras: extrasName != nil)) }
    for stored in stored where stored.property.isRequired {
      statements.append(
        .block("if values.\(.local(stored.index)) == nil", [.line("throw reader.violation()")]))
    }
    statements += stored.map {
      file.assign(
        "values.\(.local($0.index))\($0.property.isRequired ? "!" : "")", to: .name($0.name),
        boxed: $0.isBoxed ? $0.index : nil)
    }
    if let extrasName { statements.append(.line("self.\(.name(extrasName)) = extras")) }
    return statements
  }

  /// The struct that values are read into, and the function that reads one.
  private func wideReading(_ object: ObjectShape, _ stored: [Stored]) -> [SwiftDeclaration] {
    let known = Set(stored.map(\.index))
    var cases = object.properties.enumerated().map { index, property -> (SwiftExpression, [SwiftStatement]) in
      let head: SwiftExpression = "case \(.int(index))"
      guard known.contains(index) else { return (head, [.line("try reader.nothing()")]) }
      return (head, [.line("values.\(.local(index)) = \(assigned(property.shape))")])
    }
    cases.append(("default", [.line("return false")]))
    let fields = stored.map {
      SwiftDeclaration("var \(.local($0.index)): \(reading.type(of: $0.property.shape))?")
    }
    return [
      SwiftDeclaration("private struct _Values", .members(fields + [SwiftDeclaration("init()", .statements([]))])),
      SwiftDeclaration(
        "@inline(never) private static func readMember(_ index: Swift::Int, _ values: inout _Values, "
          + "_ reader: inout Typecast::JSONReader) throws(Typecast::JSONError) -> Swift::Bool",
        documentation: ["Reads the member of a number; false if there is none."],
        .statements([.cases("index", cases), .line("return true")])),
    ]
  }

  private func checkCount(of object: ObjectShape, hasExtras: Bool) -> SwiftStatement {
    // A key that comes twice counts once.
    let count: SwiftExpression = hasExtras ? "object.count + extras.count" : "object.count"
    return .line(
      "try reader.checkCount(\(count), from: \(.int(object.count.least)), to: \(.int(object.count.most)), since: start)"
    )
  }

  /// What is assigned to the variable of a property, which is optional beside what its shape is.
  private func assigned(_ shape: Shape) -> SwiftExpression {
    if case .optional = shape { return ".some(try \(reading.read(shape)))" }
    return "try \(reading.read(shape))"
  }

  private func readExtra(_ extras: Shape?) -> SwiftExpression {
    switch extras {
    case nil: return "try reader.refuseKey()"
    case .any?: return "try reader.extra(into: &extras)"
    case let shape?:
      return "try reader.extra(into: &extras) { (reader: inout Typecast::JSONReader) throws(Typecast::JSONError) -> "
        + "\(reading.type(of: shape)) in try \(reading.read(shape)) }"
    }
  }

  // MARK: - Writing

  private func writeStatements(
    _ object: ObjectShape, _ stored: [Stored], _ extrasName: String?
  ) -> [SwiftStatement] {
    var statements: [SwiftStatement] = [.line("output.openObject()")]
    for stored in stored {
      var key: [UInt8] = []
      JSONWriter.writeString(stored.property.key, to: &key)
      let literal = SwiftExpression.string(String(decoding: key, as: UTF8.self) + ":")
      let name: SwiftExpression = "self.\(.name(stored.name))"
      if stored.property.isRequired {
        statements += [.line("output.writtenKey(\(literal))")] + reading.write(stored.property.shape, name)
      } else {
        statements.append(
          .block(
            reading.isAlwaysNull(stored.property.shape) ? "if \(name) != nil" : "if let member = \(name)",
            [.line("output.writtenKey(\(literal))")] + reading.write(stored.property.shape, "member")))
      }
    }
    if let extras = object.extras, let extrasName {
      let name: SwiftExpression = "self.\(.name(extrasName))"
      if extras == .any {
        statements.append(.line("output.members(of: \(name))"))
      } else {
        statements.append(
          .block(
            "for member in \(name)",
            [.line("output.key(member.key)")] + reading.write(extras, "member.value")))
      }
    }
    return statements + [.line("output.closeObject()")]
  }

  private func equality(_ object: ObjectShape, _ stored: [Stored], _ extrasName: String?) -> [SwiftDeclaration] {
    let extrasHoldText = object.extras.map(reading.holdsText) ?? false
    guard extrasHoldText || stored.contains(where: { reading.holdsText($0.property.shape) }) else { return [] }
    var statements = stored.map { stored -> SwiftStatement in
      let name = SwiftExpression.name(stored.name)
      return .line(
        "if !(\(reading.comparison(stored.property.shape, "left.\(name)", "right.\(name)"))) { return false }")
    }
    if let extras = object.extras, let extrasName {
      let name = SwiftExpression.name(extrasName)
      statements.append(
        .line("if !(\(reading.comparison(extras, "left.\(name)", "right.\(name)"))) { return false }"))
    }
    return [
      SwiftDeclaration(
        file.access + "static func == (left: Self, right: Self) -> Swift::Bool",
        documentation: ["Whether both are the same, their strings scalar by scalar."],
        .statements(statements + [.line("return true")]))
    ]
  }

  // MARK: - Defaults

  /// The value that the schema gives to a missing member, as Swift has it: a literal, or nil where it has to be read.
  private func literal(_ value: JSONValue, as shape: Shape) -> SwiftExpression? {
    switch (shape, value) {
    case (.checked(let inner, _), _): return literal(value, as: inner)
    case (.optional(let wrapped), _): return value.type == .null ? "nil" : literal(value, as: wrapped)
    case (.bool, .bool(let bool)): return bool ? "true" : "false"
    case (.integer(let integer), .number(let number)) where integer.width == .int:
      return number.int.map { .int($0) }
    case (.integer(let integer), .number(let number)) where integer.width == .unsigned:
      return UInt64(number.text).map { .unsigned($0) }
    case (.number(let shape), .number(let number)) where !shape.isExact:
      if let int = number.int, int.magnitude < 1 << 53 { return .int(int) }
      return number.double.isFinite ? .double(number.double) : nil
    case (.string(let shape), .string(let text)) where shape.rich == nil: return .string(text)
    case (.array, .array(let elements)) where elements.isEmpty: return "[]"
    case (.named(let id), .string(let text)):
      guard case .texts(let texts) = file.model.types[id.index].definition,
        let index = texts.firstIndex(of: ScalarText(text))
      else { return nil }
      return "\(file.path(of: id)).\(.name(CaseNames(texts: texts).names[index]))"
    default: return nil
    }
  }

  /// The value of a shape that has no other, such as the tag of an alternative.
  private func onlyValue(of shape: Shape) -> SwiftExpression? {
    switch shape {
    case .checked(let inner, _): return onlyValue(of: inner)
    case .named(let id):
      guard case .texts(let texts) = file.model.types[id.index].definition, texts.count == 1 else { return nil }
      return "\(file.path(of: id)).\(.name(CaseNames(texts: texts).names[0]))"
    default: return nil
    }
  }

  /// Whether a member that may be missing or null stands for null, which is nil as well.
  private func isNil(_ value: JSONValue, _ property: ObjectShape.Property) -> Bool {
    guard value.type == .null, !property.isRequired else { return false }
    var shape = property.shape
    while case .checked(let inner, _) = shape { shape = inner }
    if case .optional = shape { return true }
    return false
  }

  /// A default that is no literal: it is read from its text when it is first asked for.
  private func defaultConstant(_ stored: Stored) -> SwiftDeclaration? {
    guard let name = stored.constantName, let value = stored.property.defaultValue else { return nil }
    let shape = stored.property.shape
    return SwiftDeclaration(
      file.access + "static let \(.name(name)): \(reading.type(of: shape)) = Typecast::defaultValue("
        + "\(.string(value.description)), \(reading.closure(shape)))",
      documentation: ["The value that the schema gives to a missing `\(stored.name)`."])
  }

  private func defaultAccessor(_ stored: Stored) -> SwiftDeclaration? {
    guard let defaultName = stored.defaultName, let value = stored.defaultExpression else { return nil }
    let name = SwiftExpression.name(defaultName)
    let type = reading.type(of: stored.property.shape)
    return SwiftDeclaration(
      file.access + "var \(name): \(type)",
      documentation: ["`\(stored.name)`, or the value that the schema gives to a missing member."],
      .statements([.line("\(.name(stored.name)) ?? \(value)")]))
  }
}
