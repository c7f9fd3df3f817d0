/// Translates an array whose first elements have types of their own into a struct.
struct TupleTranslator {
  private let file: FileTranslator
  private let type: NamedType
  private let reading: ShapeReading

  init(_ file: FileTranslator, _ type: NamedType) {
    self.file = file
    self.type = type
    reading = ShapeReading(file)
  }

  /// An element as a property.
  private func name(_ index: Int) -> SwiftExpression { "item\(.int(index))" }

  /// The number of the box that holds an element, if one does.
  private func box(_ index: Int) -> Int? {
    file.model.boxed.contains(.init(type: type.id, index: index)) ? index : nil
  }

  private func isRequired(_ index: Int, _ tuple: TupleShape) -> Bool { index < tuple.count.least }

  /// The elements that may be there.
  private func elements(of tuple: TupleShape) -> [(index: Int, shape: Shape)] {
    tuple.elements.enumerated().prefix { index, shape in shape != .never && index < tuple.count.most }
      .map { ($0.offset, $0.element) }
  }

  func translate(_ tuple: TupleShape) -> SwiftDeclaration {
    let elements = elements(of: tuple)
    let rest = elements.count == tuple.elements.count ? tuple.rest : nil
    var members = elements.flatMap { index, shape in
      file.property(
        name(index), of: "\(reading.type(of: shape))\(isRequired(index, tuple) ? "" : "?")", boxed: box(index),
        documentation: [
          isRequired(index, tuple)
            ? "The element at \(index)." : "The element at \(index); where it is nil the array ends."
        ])
    }
    if let rest {
      members.append(
        SwiftDeclaration(
          file.access + "var rest: [\(reading.type(of: rest))]",
          documentation: ["The elements behind those that have a property."]))
    }
    members.append(initializer(tuple, elements, rest))
    let read = file.reading(readStatements(tuple, elements, rest))
    members += reading.ruleDeclarations
    members += [read, file.writing(writeStatements(tuple, elements, rest))]
    members += equality(elements, rest)
    members.append(file.definition(of: type))
    return SwiftDeclaration(
      file.head("struct", type), documentation: file.documentation(of: type.origin), .members(members))
  }

  private func initializer(
    _ tuple: TupleShape, _ elements: [(index: Int, shape: Shape)], _ rest: Shape?
  ) -> SwiftDeclaration {
    var parameters = elements.map { index, shape -> SwiftExpression in
      "\(name(index)): \(reading.type(of: shape))\(isRequired(index, tuple) ? "" : "? = nil")"
    }
    var statements = elements.map { file.assign(name($0.index), to: name($0.index), boxed: box($0.index)) }
    if let rest {
      parameters.append("rest: [\(reading.type(of: rest))] = []")
      statements.append(.line("self.rest = rest"))
    }
    return SwiftDeclaration(
      file.access + "init(\(.joined(parameters, by: ", ")))",
      documentation: ["A value by its parts; `validate()` tells whether the schema allows it."], .statements(statements)
    )
  }

  private func readStatements(
    _ tuple: TupleShape, _ elements: [(index: Int, shape: Shape)], _ rest: Shape?
  ) -> [SwiftStatement] {
    var statements = file.check(tuple.parts)
    statements.append(.line("let start = reader.mark"))
    for (index, shape) in elements {
      statements.append(.line("var \(.local(index)): \(reading.type(of: shape))?"))
    }
    if let rest { statements.append(.line("var rest: [\(reading.type(of: rest))] = []")) }
    statements.append(.line("var count = 0"))
    var cases = elements.map { index, shape -> (head: SwiftExpression, body: [SwiftStatement]) in
      let read: SwiftExpression
      if case .optional = shape {
        read = ".some(try \(reading.read(shape)))"
      } else {
        read = "try \(reading.read(shape))"
      }
      return ("case \(.int(index))", [.line("\(.local(index)) = \(read)")])
    }
    cases.append(
      ("default", [rest.map { .line("rest.append(try \(reading.read($0)))") } ?? .line("try reader.nothing()")]))
    let one: [SwiftStatement] = cases.count == 1 ? cases[0].body : [.cases("count", cases)]
    statements.append(
      .block(
        "if try reader.openArray()", [.loop(one + [.line("count += 1")], while: "try reader.nextElement()")]))
    statements.append(
      .line(
        "try reader.checkCount(count, from: \(.int(tuple.count.least)), to: \(.int(tuple.count.most)), since: start)"))
    let required = elements.filter { isRequired($0.index, tuple) }
    if !required.isEmpty {
      let bindings = required.map { "let \(.local($0.index))" as SwiftExpression }
      statements.append(.line("guard \(.joined(bindings, by: ", ")) else { throw reader.violation(at: start) }"))
    }
    statements += elements.map { file.assign(.local($0.index), to: name($0.index), boxed: box($0.index)) }
    if rest != nil { statements.append(.line("self.rest = rest")) }
    return statements
  }

  private func writeStatements(
    _ tuple: TupleShape, _ elements: [(index: Int, shape: Shape)], _ rest: Shape?
  ) -> [SwiftStatement] {
    var statements: [SwiftStatement] = [.line("output.openArray()")]
    for (index, shape) in elements {
      if isRequired(index, tuple) {
        statements += [.line("output.element()")] + reading.write(shape, "self.\(name(index))")
      } else {
        let condition: SwiftExpression =
          reading.isAlwaysNull(shape) ? "self.\(name(index)) != nil" : "let \(name(index)) = self.\(name(index))"
        statements.append(.line("guard \(condition) else { return output.closeArray() }"))
        statements += [.line("output.element()")] + reading.write(shape, name(index))
      }
    }
    if let rest {
      statements.append(
        .block(
          reading.isAlwaysNull(rest) ? "for _ in self.rest" : "for element in self.rest",
          [.line("output.element()")] + reading.write(rest, "element")))
    }
    return statements + [.line("output.closeArray()")]
  }

  private func equality(_ elements: [(index: Int, shape: Shape)], _ rest: Shape?) -> [SwiftDeclaration] {
    guard elements.contains(where: { reading.holdsText($0.shape) }) || rest.map(reading.holdsText) == true else {
      return []
    }
    var statements = elements.map { index, shape -> SwiftStatement in
      let name = name(index)
      return .line("if !(\(reading.comparison(shape, "left.\(name)", "right.\(name)"))) { return false }")
    }
    if let rest {
      statements.append(.line("if !(\(reading.comparison(rest, "left.rest", "right.rest"))) { return false }"))
    }
    return [
      SwiftDeclaration(
        file.access + "static func == (left: Self, right: Self) -> Swift::Bool",
        documentation: ["Whether both are the same, their strings scalar by scalar."],
        .statements(statements + [.line("return true")]))
    ]
  }
}
