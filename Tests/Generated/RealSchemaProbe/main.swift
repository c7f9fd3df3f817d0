import Foundation

// Compiles the real schemas of the shared data:
//   RealSchemaProbe compile DATA                 all of them, within bounds
//   RealSchemaProbe write DATA FOLDER COUNT      a sample, as a program that runs values through generated code
let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch (arguments.first, arguments.count) {
  case ("compile", 2):
    let problems = compileAll(try RealSchemas.read(from: arguments[1]))
    for problem in problems { print("error: \(problem)") }
    exit(problems.isEmpty ? 0 : 1)
  case ("write", 4):
    guard let count = Int(arguments[3]), count > 0 else { fallthrough }
    try writeSample(of: count, from: RealSchemas.read(from: arguments[1]), to: arguments[2])
  default:
    print("usage: RealSchemaProbe compile DATA | RealSchemaProbe write DATA FOLDER COUNT")
    exit(2)
  }
} catch {
  print("error: \(error)")
  exit(1)
}
