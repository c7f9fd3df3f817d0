import TypecastJSON

extension FileTranslator {
  /// Translates strings into an enum.
  func translate(texts: [ScalarText], of type: NamedType) -> SwiftDeclaration {
    let names = CaseNames(texts: texts).names.map { SwiftExpression.name($0) }
    let literals = texts.map { SwiftExpression.string($0.string) }
    var members = names.map { SwiftDeclaration("case \($0)") }
    members += [
      SwiftDeclaration("private static let texts = Typecast::JSONKeys(\(.array(literals)))"),
      SwiftDeclaration(
        access + "var rawValue: Swift::String", documentation: ["The string in JSON."],
        .statements([
          .cases("self", zip(names, literals).map { (head: "case .\($0)", body: [.line("return \($1)")]) })
        ])),
      SwiftDeclaration(
        access + "init?(rawValue: Swift::String)", documentation: ["The case of a string, compared scalar by scalar."],
        .statements([.line("self.init(number: Self.texts.index(of: rawValue))")])),
      numbered(names),
      reading([
        .line("let start = reader.mark"),
        .line("let number = try reader.constant(among: Self.texts)"),
        .line("guard let value = Self(number: number) else { throw reader.violation(at: start) }"),
        .line("self = value"),
      ]),
      writing([.line("output.string(rawValue)")]),
    ]
    members += codable() + [definition(of: type)]
    return SwiftDeclaration(
      head("enum", type, conforming: ["Swift::CaseIterable", "Typecast::TextValue"]),
      documentation: documentation(of: type.origin), .members(members))
  }

  /// Translates values of several sorts into an enum.
  func translate(constants: [JSONValue], of type: NamedType) -> SwiftDeclaration {
    let names = CaseNames(constants: constants).names.map { SwiftExpression.name($0) }
    let literals = constants.map { SwiftExpression.string($0.description) }
    var members = names.map { SwiftDeclaration("case \($0)") }
    members += [
      SwiftDeclaration(
        "private static let values = Typecast::JSONValue.constants(\(.string(JSONValue.array(constants).description)))"),
      numbered(names),
      reading([
        .line("let start = reader.mark"),
        .line("let number = try reader.constant(among: Self.values)"),
        .line("guard let value = Self(number: number) else { throw reader.violation(at: start) }"),
        .line("self = value"),
      ]),
      writing([
        .cases("self", zip(names, literals).map { (head: "case .\($0)", body: [.line("output.literal(\($1))")]) })
      ]),
      definition(of: type),
    ]
    return SwiftDeclaration(
      head("enum", type, conforming: ["Swift::CaseIterable"]), documentation: documentation(of: type.origin),
      .members(members))
  }

  private func numbered(_ names: [SwiftExpression]) -> SwiftDeclaration {
    var cases = names.enumerated().map { index, name -> (head: SwiftExpression, body: [SwiftStatement]) in
      ("case \(.int(index))", [.line("self = .\(name)")])
    }
    cases.append(("default", [.line("return nil")]))
    return SwiftDeclaration("private init?(number: Swift::Int)", .statements([.cases("number", cases)]))
  }

  /// What a type with a raw value would otherwise have twice.
  private func codable() -> [SwiftDeclaration] {
    [
      SwiftDeclaration(
        access + "init(from decoder: any Swift::Decoder) throws", documentation: ["Reads a string from any decoder."],
        .statements([.line("self = try Typecast::decode(Self.self, from: decoder)")])),
      SwiftDeclaration(
        access + "func encode(to encoder: any Swift::Encoder) throws",
        documentation: ["Writes the string to any encoder."],
        .statements([.line("try Typecast::encode(self, to: encoder)")])),
    ]
  }

  /// Translates a shape that needs a type of its own.
  func translate(wrapper shape: Shape, of type: NamedType) -> SwiftDeclaration {
    let shapes = ShapeReading(self)
    let value = shapes.type(of: shape)
    let read = reading([.line("self.value = try \(shapes.read(shape))")])
    var members = [
      SwiftDeclaration(access + "var value: \(value)", documentation: ["The value."]),
      SwiftDeclaration(
        access + "init(_ value: \(value))",
        documentation: ["Holds a value; `validate()` tells whether the schema allows it."],
        .statements([.line("self.value = value")])),
    ]
    members += shapes.ruleDeclarations
    members += [read, writing(shapes.write(shape, "self.value"))]
    if shapes.holdsText(shape) {
      members.append(
        SwiftDeclaration(
          access + "static func == (left: Self, right: Self) -> Swift::Bool",
          documentation: ["Whether both are the same, their strings scalar by scalar."],
          .statements([.line("Typecast::isSame(left.value, right.value)")])))
    }
    members.append(definition(of: type))
    return SwiftDeclaration(head("struct", type), documentation: documentation(of: type.origin), .members(members))
  }
}
