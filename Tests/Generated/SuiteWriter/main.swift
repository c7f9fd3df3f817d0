import Foundation

// Writes a program that runs cases of the JSON Schema Test Suite through generated code: SuiteWriter FOLDER SUITE PART…
// A part is a folder below the suite's tests, such as draft7 or draft7/optional/format.
guard CommandLine.arguments.count > 3 else {
  FileHandle.standardError.write(Data("usage: SuiteWriter FOLDER SUITE PART…\n".utf8))
  exit(2)
}
do {
  var program = try SuiteProgram(suite: CommandLine.arguments[2], folder: CommandLine.arguments[1])
  try program.write(CommandLine.arguments[3...].map(SuitePart.init(folder:)))
} catch {
  FileHandle.standardError.write(Data("SuiteWriter: \(error)\n".utf8))
  exit(1)
}
