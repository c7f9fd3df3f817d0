public import TypecastJSON
public import TypecastSchema

/// What a prompt's inputs are where the caller says nothing of them.
public enum InputDefaults {
  /// Inputs with those that were left out as generated code has them: the default of their schema. A text that must be
  /// there and may be `null` is `null`.
  public static func completed(_ inputs: JSONObject, by schema: CompiledSchema) -> JSONObject {
    let shapes = InputShapes(graph: schema.graph)
    guard let root = shapes.shape(of: schema.graph.root).schema else { return inputs }
    var completed = inputs
    for member in shapes.members(of: root) where inputs[member.name] == nil {
      let shape = shapes.shape(of: member.schema)
      if let value = defaultValue(of: member.schema, in: schema.graph), value.type != .null {
        completed[member.name] = value
      } else if member.isRequired, shape.isNullable, shape.type == .string {
        completed[member.name] = .some(.null)
      }
    }
    return completed
  }

  /// The default of a schema, if that is one that the schema allows.
  private static func defaultValue(of id: SchemaID, in graph: SchemaGraph) -> JSONValue? {
    let node = graph[id]
    guard node.keywords.contains(where: { ($0 as? Annotation)?.name == "default" }), let value = node.json["default"],
      Evaluation.holds(id, keywords: node.keywords, scope: [], for: value, in: graph) == true
    else { return nil }
    return value.value
  }
}
