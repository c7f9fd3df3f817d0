import Foundation

// Writes a program that runs cases of the JSON Schema Test Suite through generated code: SuiteWriter FOLDER SUITE DRAFT…
// A draft is the name of a folder below the suite's tests, such as draft7.
guard CommandLine.arguments.count > 3 else {
  FileHandle.standardError.write(Data("usage: SuiteWriter FOLDER SUITE DRAFT…\n".utf8))
  exit(2)
}
do {
  try SuiteProgram(suite: CommandLine.arguments[2])
    .write(drafts: Array(CommandLine.arguments[3...]), to: CommandLine.arguments[1])
} catch {
  FileHandle.standardError.write(Data("SuiteWriter: \(error)\n".utf8))
  exit(1)
}
