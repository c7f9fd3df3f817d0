import Foundation
import GeneratedCases
import TypecastCompiler
import TypecastJSON
import TypecastSchema
import Verdicts

/// Writes a program with the types of some schemas, with the values that come with them as cases, and with a file of the
/// schemas themselves for an implementation to compare with.
func writeSample(of count: Int, from schemas: [RealSchema], to folder: String) throws {
  var program = try CaseProgram(folder: folder, prefix: "Real")
  var large = 0
  var texts: [UInt8] = []
  // The order of the hashes is as good as chance, and the same everywhere.
  let ordered = schemas.map { (hash: hash($0.description), schema: $0) }.sorted { $0.hash < $1.hash }
  for (hash, var schema) in ordered where !schema.path.contains("/") {
    if program.groupCount == count { break }
    // Where formats are checked anyway, types of their own come to the same verdicts.
    if schema.options.assertsFormats == true, hash.isMultiple(of: 2) { schema.options.formats = .rich }
    let name = "S\(program.groupCount)"
    let compilation = schema.compile(as: name + ".schema.json", module: program.module)
    guard let source = compilation.sources.first, let interpreted = schema.interpreted() else { continue }
    // The compiler takes minutes for the largest of them.
    if source.utf8.count > 400_000 {
      large += 1
      continue
    }
    let group = program.add(source, type: name)
    texts += JSONWriter().bytes(of: schema.compared) + [0x0A]
    for instance in schema.instances {
      guard let verdict = try? interpreted.isValid(instance.value) else { continue }
      try program.addCase(
        of: group, named: "\(schema.description) \(instance.name)", isValid: verdict, instance.value.root.value)
    }
  }
  try program.write()
  try Data(texts).write(to: URL(fileURLWithPath: folder + "/schemas.jsonl"))
  print("\(program.groupCount) schemas, \(program.caseCount) values of theirs; \(large) left out for their size")
}

extension RealSchema {
  /// What another implementation has to know: the schema's text, with its edition, and whether formats are checked.
  fileprivate var compared: JSONValue {
    var value = json.root.value
    if case .object(var object) = value, object["$schema"] == nil {
      object["$schema"] = .string(options.draft.metaSchemaURI)
      value = .object(object)
    }
    return [
      "name": .string(description), "schema": .string(JSONWriter().string(of: value)),
      "formats": .bool(options.assertsFormats == true || options.formats == .rich),
    ]
  }
}

/// A number for a text that looks like chance (FNV-1a).
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
