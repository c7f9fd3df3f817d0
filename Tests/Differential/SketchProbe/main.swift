import TypecastJSON
import TypecastSchema

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// How much shorter a sketch is than the JSON Schema it is made from: SketchProbe FILE.jsonl…, each line an object with
// a schema.

var measures: [SketchMeasure] = []
var unusable = 0
for path in CommandLine.arguments.dropFirst() {
  guard let file = fopen(path, "r") else { fatalError("\(path) can't be read") }
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  while true {
    let count = getline(&line, &capacity, file)
    guard count > 0, let start = line else { break }
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    guard let record = try? JSONDocument(Array(bytes)), let schema = record.root["schema"]?.value,
      let measure = SketchMeasure(schema)
    else {
      unusable += 1
      continue
    }
    measures.append(measure)
  }
  free(line)
  fclose(file)
}
print("\(measures.count) schemas sketched, \(unusable) that do not compile")
print("a token is a word with the sign or space before it, up to three digits, a run of signs, or a run of white space")
SketchMeasure.printSummary("tokens", measures.map { ($0.schemaTokens, $0.sketchTokens) })
SketchMeasure.printSummary(
  "tokens, where the schema has a line for each value", measures.map { ($0.prettyTokens, $0.sketchTokens) })
SketchMeasure.printSummary("bytes", measures.map { ($0.schemaBytes, $0.sketchBytes) })
