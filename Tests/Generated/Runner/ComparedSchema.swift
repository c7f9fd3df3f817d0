import Foundation
import Typecast

/// A schema as another implementation gets it.
struct ComparedSchema {
  /// The schema without checks of formats; nil if none are checked anyway, or it can't stand alone.
  let unformatted: CompiledSchema?

  /// Reads a file with one schema a line, in the order of the groups.
  static func read(from path: String) throws -> [ComparedSchema] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let row = try JSONValue(parsing: String(line))
      guard let text = row["schema"]?.string, let checksFormats = row["formats"]?.bool else {
        throw BadCase(line: String(line))
      }
      let options = CompileOptions(formats: .annotate)
      return ComparedSchema(unformatted: checksFormats ? try? CompiledSchema(parsing: text, options: options) : nil)
    }
  }
}
