import Foundation

// Runs cases through generated code: CASES EXCEPTIONS [INSTANCES [SEED [SCHEMAS VERDICTS]]]
// INSTANCES says how many made-up values of each schema are tried beside the cases. VERDICTS is where all values go with
// their verdicts, for a comparison with an implementation that gets the schemas of the file SCHEMAS.
let arguments = Array(CommandLine.arguments.dropFirst())
guard [2, 3, 4, 6].contains(arguments.count) else {
  FileHandle.standardError.write(Data("usage: run CASES EXCEPTIONS [INSTANCES [SEED [SCHEMAS VERDICTS]]]\n".utf8))
  exit(2)
}
do {
  let exceptions = try Exceptions(readingFile: arguments[1])
  let isCompared = arguments.count == 6
  let run = CaseRun(
    log: isCompared ? try VerdictLog(path: arguments[5]) : nil,
    compared: isCompared ? try ComparedSchema.read(from: arguments[4]) : [])
  var tally = try runCases(String(contentsOfFile: arguments[0], encoding: .utf8), in: run)
  if arguments.count > 2, let count = Int(arguments[2]) {
    let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
    tally.add(runInstances(count, seed: seed, in: run))
  }
  print(tally.summary)
  let problems = exceptions.problems(with: tally)
  for problem in problems { print("error: \(problem)") }
  exit(problems.isEmpty ? 0 : 1)
} catch {
  print("error: \(error)")
  exit(1)
}
