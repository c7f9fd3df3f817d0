import TypecastJSON
import TypecastSchema

/// The types of a prompt's inputs, read from the graph of their schema.
struct InputShapes {
  /// A value's type, and where to look for what is in it.
  struct Shape {
    var type: PromptValueType
    var isNullable = false

    /// The schema of the value, references followed; nil for a text without a schema.
    var schema: SchemaID?
  }

  /// A member of an object.
  struct Member {
    let name: String
    let schema: SchemaID
    let isRequired: Bool
  }

  let graph: SchemaGraph

  /// References, and choices between one schema and `null`, are followed no further than this.
  private static let hops = 64

  /// The type that a schema gives a value.
  func shape(of schema: SchemaID) -> Shape {
    var shape = Shape(type: .other, schema: schema)
    var place = schema
    for _ in 0..<Self.hops {
      let node = graph[place]
      shape.schema = place
      if let types = node.keyword(TypeKeyword.self)?.types {
        if types.contains(.null) { shape.isNullable = true }
        shape.type = Self.type(types.subtracting(.null))
        if shape.type != .other { return shape }
      }
      if let constant = Self.typeOfConstants(node) {
        shape.type = constant.type
        shape.isNullable = shape.isNullable || constant.isNullable
        return shape
      }
      if node.keyword(Properties.self) != nil {
        shape.type = .object
        return shape
      }
      guard let next = next(after: node, &shape.isNullable) else {
        if !members(of: place).isEmpty { shape.type = .object }
        return shape
      }
      place = next
    }
    return shape
  }

  /// The schema of a list's elements.
  func element(of schema: SchemaID) -> SchemaID? {
    graph[schema].keyword(Items.self)?.schema
  }

  /// The members of an object, those of schemas that apply to it too included.
  func members(of schema: SchemaID) -> [Member] {
    var properties: [(name: String, schema: SchemaID)] = []
    var required: Set<ScalarText> = []
    var seen: Set<SchemaID> = []
    var open = [schema]
    while let place = open.popLast() {
      guard seen.insert(place).inserted else { continue }
      for keyword in graph[place].keywords {
        switch keyword {
        case let keyword as Properties: properties += keyword.properties
        case let keyword as Required: required.formUnion(keyword.names.map(ScalarText.init))
        case let keyword as Reference: open.append(keyword.target)
        case let keyword as AllOf: open += keyword.schemas.reversed()
        default: break
        }
      }
    }
    var names: Set<ScalarText> = []
    return properties.compactMap { name, schema in
      let text = ScalarText(name)
      guard names.insert(text).inserted else { return nil }
      return Member(name: name, schema: schema, isRequired: required.contains(text))
    }
  }

  private static func type(_ types: TypeSet) -> PromptValueType {
    switch types {
    case .string: .string
    case .integer, .plainInteger: .integer
    case .number: .number
    case .boolean: .boolean
    case .array: .list
    case .object: .object
    default: .other
    }
  }

  /// The type of a schema that lists its values.
  private static func typeOfConstants(_ node: SchemaNode) -> (type: PromptValueType, isNullable: Bool)? {
    let constant = node.keyword(Constant.self).map { [$0.value] }
    guard let values = constant ?? node.keyword(Enumeration.self)?.values else { return nil }
    let types = Set(values.map(\.type))
    let isNullable = types.contains(.null)
    switch types.subtracting([.null]) {
    case [.string]: return (.string, isNullable)
    case [.boolean]: return (.boolean, isNullable)
    case [.number]: return (.number, isNullable)
    default: return nil
    }
  }

  /// The one schema that says more about a value.
  private func next(after node: SchemaNode, _ isNullable: inout Bool) -> SchemaID? {
    if let target = node.keyword(Reference.self)?.target { return target }
    if let schemas = node.keyword(AllOf.self)?.schemas, schemas.count == 1 { return schemas[0] }
    let alternatives = node.keyword(AnyOf.self)?.schemas ?? node.keyword(OneOf.self)?.schemas ?? []
    let others = alternatives.filter { graph[$0].keyword(TypeKeyword.self)?.types != .null }
    guard others.count == 1 else { return nil }
    if others.count < alternatives.count { isNullable = true }
    return others[0]
  }
}
