import Foundation

// Runs cases through generated code: CASES EXCEPTIONS [INSTANCES [SEED]]
// INSTANCES says how many made-up values of each schema are tried beside the cases.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: run CASES EXCEPTIONS [INSTANCES [SEED]]\n".utf8))
  exit(2)
}
do {
  let exceptions = try Exceptions(readingFile: arguments[1])
  var tally = try runCases(String(contentsOfFile: arguments[0], encoding: .utf8))
  if arguments.count > 2, let count = Int(arguments[2]) {
    let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
    tally.add(runInstances(count, seed: seed))
  }
  print(tally.summary)
  let problems = exceptions.problems(with: tally)
  for problem in problems { print("error: \(problem)") }
  exit(problems.isEmpty ? 0 : 1)
} catch {
  print("error: \(error)")
  exit(1)
}
