import TypecastGates
import TypecastJSON

private let package = Option.value(
  "package", "DIR", kind: .folder, default: ".", help: "The folder that holds Package.swift.")
private let json = Option.json("one JSON object per file", #"{"path"}"#)

/// `typecast cassette orphans`
let cassetteOrphansCommand = Command(
  "orphans",
  abstract: "Tells which cassettes and goldens no test names.",
  discussion: [
    """
    A string in the Swift below Tests names a file of Golden by its path, a cassette also as its trait does. What is \
    interpolated may be anything within one name; a path of which two names are nothing else, but for their ends, names \
    no file. A path without interpolation names a folder with all that is in it, but Golden and Golden/cassettes only \
    with the files directly there. Golden/values and Golden/repairs belong to the gates.
    """
  ],
  options: [package, json],
  exitCodes: [
    ExitCode(.success, "Each is named by a test."), ExitCode(.failure, "At least one is not."), .usage,
  ],
  examples: [Example("typecast cassette orphans", "Looks at the package here.")],
  work: { _ in "looking for what tests name" }
) { invocation, environment throws(CommandFailure) in
  let files: [String]
  do throws(GateError) {
    files = try Gates.unclaimedFiles(package: invocation.value(of: package) ?? ".")
  } catch {
    try environment.refusePackage(error.reasons)
  }
  for file in files {
    if invocation.isGiven(json) {
      try environment.output.writeLine(JSONWriter().bytes(of: ["path": .string(file)]))
      continue
    }
    try environment.output.writeLine(
      PlacedMessage.withoutControls("\(file): no test names it. Write a test that does, or remove it."))
  }
  return files.isEmpty ? .success : .failure
}
