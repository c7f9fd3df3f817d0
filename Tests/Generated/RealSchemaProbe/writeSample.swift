import GeneratedCases
import TypecastCompiler
import TypecastJSON
import TypecastSchema
import Verdicts

/// Writes a program with the types of some schemas, and with the values that come with them as cases.
func writeSample(of count: Int, from schemas: [RealSchema], to folder: String) throws {
  var program = try CaseProgram(folder: folder, prefix: "Real")
  var large = 0
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
    for instance in schema.instances {
      guard let verdict = try? interpreted.isValid(instance.value) else { continue }
      try program.addCase(
        of: group, named: "\(schema.description) \(instance.name)", isValid: verdict, instance.value.root.value)
    }
  }
  try program.write()
  print("\(program.groupCount) schemas, \(program.caseCount) values of theirs; \(large) left out for their size")
}

/// A number for a text that looks like chance (FNV-1a).
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
