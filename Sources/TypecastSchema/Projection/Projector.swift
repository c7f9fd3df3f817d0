import TypecastJSON

/// Makes projections of one schema, for any number of dialects.
public struct Projector: Sendable {
  private let graph: SchemaGraph
  private let shapes: ShapeGraph

  /// Reads a schema once for all dialects.
  public init(_ schema: CompiledSchema) {
    graph = schema.graph
    shapes = ShapeBuilder.build(schema.graph)
  }

  /// The schema that one dialect takes, and what is lost.
  ///
  /// - Parameters:
  ///   - dialect: Who is to take it.
  ///   - isArgument: Whether the value is the argument of a tool, which is an object wherever tools are known.
  public func projection(to dialect: Dialect, isArgument: Bool = false) -> Projection {
    var facts = DialectFacts.of(dialect)
    facts.rootIsObject = facts.rootIsObject || isArgument
    var unrollings = facts.unrollings
    var writer = ProjectionWriter(facts, shapes, graph, unrollings: unrollings)
    var written = writer.write()
    // Less recursion everywhere is better than none in what comes last.
    while writer.isExhausted, unrollings > 1 {
      unrollings -= 1
      writer = ProjectionWriter(facts, shapes, graph, unrollings: unrollings)
      written = writer.write()
    }
    var finished = FinishedSchema(written, isOpenAPI: facts.isOpenAPI)
    var relief = Relief()
    // What is given up for one limit may be what another one asks for, too.
    for _ in 0..<4 {
      guard let further = relief.further(for: finished, writer) else { break }
      relief = further
      writer = ProjectionWriter(facts, shapes, graph, unrollings: unrollings, relief: relief)
      finished = FinishedSchema(writer.write(), isOpenAPI: facts.isOpenAPI)
    }
    for limit in facts.limits {
      guard let count = finished.counts[limit.measure], count > limit.most else { continue }
      writer.losses.add(
        .limitExceeded, limit.measure.rawValue, at: shapes[shapes.root].place,
        "\(facts.title) takes at most \(limit.most) \(limit.measure.rawValue), this has \(count): the schema may be "
          + "refused")
    }
    return Projection(
      dialect: dialect, schema: finished.schema, losses: writer.losses.losses(in: graph, for: dialect),
      nullsForMissing: finished.nulls, wrapper: writer.isWrapped ? ProjectionWriter.wrapper : nil)
  }
}

extension CompiledSchema {
  /// The schema that a dialect takes, and what is lost. A ``Projector`` serves several dialects with less work.
  public func projection(to dialect: Dialect, isArgument: Bool = false) -> Projection {
    Projector(self).projection(to: dialect, isArgument: isArgument)
  }
}
