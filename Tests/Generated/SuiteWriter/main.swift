import Foundation
import TypecastCompiler
import TypecastJSON
import TypecastSchema

// Writes a package that runs cases of a suite through generated code: SuiteWriter FOLDER PACKAGE DATA SUITE…
// A suite is the name of a folder below the data's test suite, such as draft7.
guard CommandLine.arguments.count > 4 else {
  FileHandle.standardError.write(Data("usage: SuiteWriter FOLDER PACKAGE DATA SUITE…\n".utf8))
  exit(2)
}
try SuitePackage(
  folder: CommandLine.arguments[1], package: CommandLine.arguments[2], data: CommandLine.arguments[3]
).write(suites: Array(CommandLine.arguments[4...]))
