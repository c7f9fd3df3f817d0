import Typecast
import TypecastCassettes
import TypecastJSON
import TypecastModels
import TypecastSchema

/// What of the schemas of a package its goldens and the replies in its cassettes exercise.
enum SchemaGate {
  static func report(on package: PackageFolder) throws(GateError) -> GateReport {
    let folders = try SchemaFolder.all(of: package)
    var schemas: [(label: String, schema: ExercisedSchema)] = []
    for folder in folders {
      for schema in folder.schemas {
        let label = folder.path == "Schemas" ? schema.name : "\(folder.path)/\(schema.name)"
        schemas.append((label, ExercisedSchema(schema)))
      }
    }
    var faults = try strays(in: package, among: schemas.map(\.schema.name))
    for index in schemas.indices { try schemas[index].schema.observeGoldens(of: package, faults: &faults) }
    var askers: [SentSchema: [Int]] = [:]
    try package.forEachExchange { file, exchange, reading in
      guard let body = try? JSONValue(parsing: exchange.request.body) else { return }
      let sent = SentSchema.all(in: body)
      guard !sent.isEmpty, let reply = exchange.reply(reading), reply.finish.isWhole else { return }
      for shape in sent {
        let asked = askers[shape] ?? schemas.indices.filter { schemas[$0].schema.isAsked(by: shape) }
        askers[shape] = asked
        let texts = shape.isTool ? reply.toolCalls.filter { $0.name == shape.name }.map(\.arguments) : [reply.text]
        for index in asked {
          for text in texts { schemas[index].schema.observe(reply: text, to: shape, at: file, faults: &faults) }
        }
      }
    }
    return GateReport(.schemas, schemas.map { $0.schema.row(of: package, called: $0.label) }, faults: faults)
  }

  /// Goldens in folders of no schema.
  private static func strays(in package: PackageFolder, among names: [String]) throws(GateError) -> [String] {
    let root = ExercisedSchema.values
    var faults: [String] = []
    var seen: Set<String> = []
    for file in try package.files(below: root, suffix: ".json") {
      let folder = file.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
      guard !names.contains(folder), seen.insert(folder).inserted else { continue }
      let near = Spelling.nearest(to: folder, among: names).map { "; did you mean '\($0)'?" } ?? "."
      faults.append("\(file): there is no schema '\(folder)'\(near)")
    }
    return faults
  }
}
