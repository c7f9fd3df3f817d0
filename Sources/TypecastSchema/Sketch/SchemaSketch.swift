/// Writes the shape that a schema describes compactly, as a person would sketch a type.
///
/// An object has one member a line, `?` after a name says that the member may be missing, `|` stands between
/// alternatives and `&` between types that apply together, `T[]` is an array. What has no notation is said behind `//`,
/// after the description. Members that an object does not list are not meant, unless a line `...` or `[key: string]`
/// says so. Schemas that contain themselves, or are used more than once, get names and stand at the end.
///
/// The text says everything that a valid value has to fulfil. Its length grows in proportion to the schema's.
public enum SchemaSketch {
  /// The sketch of a schema.
  ///
  /// - Parameters:
  ///   - schema: What is sketched.
  ///   - describesRoot: Whether the root's own description, or title, is part of the sketch.
  public static func text(of schema: CompiledSchema, describingRoot describesRoot: Bool = true) -> String {
    text(of: schema.graph.root, in: schema.graph, describingRoot: describesRoot)
  }

  /// The sketch of one schema of a graph.
  package static func text(
    of schema: SchemaID, in graph: SchemaGraph, describingRoot describesRoot: Bool = true
  ) -> String {
    SketchWriter.text(of: SketchBuilder.sketch(schema, in: graph, describesRoot: describesRoot))
  }
}
