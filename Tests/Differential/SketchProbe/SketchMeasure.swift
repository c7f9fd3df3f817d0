import TypecastJSON
import TypecastSchema

/// The sizes of one schema and its sketch.
struct SketchMeasure {
  let schemaTokens: Int
  let prettyTokens: Int
  let sketchTokens: Int
  let schemaBytes: Int
  let sketchBytes: Int

  /// Measures a schema as compact JSON; nil for one that does not compile.
  init?(_ value: JSONValue) {
    let text = JSONWriter().string(of: value)
    guard let schema = try? CompiledSchema(parsing: text) else { return nil }
    let sketch = SchemaSketch.text(of: schema)
    schemaTokens = TokenCount.tokens(in: text)
    prettyTokens = TokenCount.tokens(in: JSONWriter(style: .pretty).string(of: value))
    sketchTokens = TokenCount.tokens(in: sketch)
    schemaBytes = text.utf8.count
    sketchBytes = sketch.utf8.count
  }

  /// Prints the medians of what is left, and the totals.
  static func printSummary(_ noun: String, _ pairs: [(before: Int, after: Int)]) {
    let shares = pairs.map { Double($0.after) / Double($0.before) }.sorted()
    guard !shares.isEmpty else { return }
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    let before = pairs.reduce(0) { $0 + $1.before }
    let after = pairs.reduce(0) { $0 + $1.after }
    print(
      "\(noun): the median sketch has \(percent(shares[shares.count / 2])) of its schema's, a tenth have at most "
        + "\(percent(shares[shares.count / 10])), a tenth at least \(percent(shares[shares.count * 9 / 10])); "
        + "all together \(after) of \(before), \(percent(Double(after) / Double(before)))")
  }
}
