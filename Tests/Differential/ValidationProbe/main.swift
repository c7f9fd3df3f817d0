// Makes up instances for schemas and prints Typecast's verdicts on them, by the fast way and by the full report, for a
// comparison with another implementation.
// Arguments: instances per schema, seed. Input: JSON lines with `schema` and perhaps `tests` that have `data`, or with
// `instances`, texts to be judged instead of made-up ones.
// For each schema that compiles a line `schema NUMBER TEXT`, then a line for each instance: `fast full kind text`, with the
// verdicts 1, 0 or u. The schemas that do not compile are lines `refused NUMBER reason`. At the end `summary …`.
import TypecastSchema

let arguments = CommandLine.arguments
if arguments.count == 3, let count = Int(arguments[1]), let seed = UInt64(arguments[2]) {
  var run = ProbeRun(instancesPerSchema: count, seed: seed)
  var number = 0
  while let line = readLine() {
    run.probe(Array(line.utf8), number: number)
    number += 1
  }
  run.finish()
} else {
  print("usage: ValidationProbe INSTANCES-PER-SCHEMA SEED < SCHEMAS")
}
