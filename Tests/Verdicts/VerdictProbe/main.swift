// Validates the real data of the shared folder and compares our verdicts with those that it came with.
// Arguments: the list of known differences, the folder. Exits with 1 if a difference is not on the list, or the other
// way round.
import Foundation
import Verdicts

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: VerdictProbe EXCEPTIONS FOLDER\n".utf8))
  exit(2)
}
let exceptions = try VerdictExceptions(readingFile: CommandLine.arguments[1])
var runs: [VerdictRun] = []
var problems: [String] = []
for collection in VerdictCollection.all {
  let run = try VerdictRun(collection, in: CommandLine.arguments[2])
  runs.append(run)
  print(
    "\(collection.name): \(run.schemaCount) schemas, \(run.instanceCount) values, \(run.differences.count) known differences"
  )
  if run.schemaCount < collection.schemaCount || run.instanceCount < collection.instanceCount {
    problems.append("\(collection.name) has fewer cases than it is known to have")
  }
}
problems += exceptions.problems(with: runs, isSample: false)
for problem in problems { print("error: \(problem)") }
exit(problems.isEmpty ? 0 : 1)
