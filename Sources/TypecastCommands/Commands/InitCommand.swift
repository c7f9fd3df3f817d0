import TypecastJSON
import TypecastSchema

private let folder = Argument(
  "DIR", kind: .folder, requirement: .optional, help: "The package's folder; the current one by default.")
private let json = Option.json(
  "one JSON object in the place of all else", #"{"files": [{"path", "written"}], "manifest"}"#)

/// `typecast init`
let initCommand = Command(
  "init",
  abstract: "Writes what a first schema needs into a package.",
  discussion: [
    "Writes Schemas/Schemas.swift, Schemas/typecast.json and Schemas/Invoice.schema.json as far as they are not there, and "
      + "prints the lines that Package.swift needs.",
    "Nothing that is there is changed.",
  ],
  arguments: [folder],
  options: [json],
  exitCodes: [
    ExitCode(.success, "Every file is there now."),
    .usage,
  ],
  examples: [
    Example("typecast init", "Begins in the current folder."),
    Example("typecast init ../billing", "Begins in another package."),
  ]
) { invocation, environment throws(CommandFailure) in
  let path = invocation.values(of: folder).first ?? "."
  guard environment.files.kind(at: path) == .folder else {
    throw CommandFailure(.unreadable, "There is no folder '\(path)'.", nextStep: "Name the folder of a package.")
  }
  let prefix = (path == "." ? "" : path.hasSuffix("/") ? path : path + "/") + "Schemas/"
  let printsJSON = invocation.isGiven(json)
  func write(_ text: String, to name: String) throws(CommandFailure) -> Bool {
    guard environment.files.kind(at: prefix + name) == nil else { return false }
    do throws(SystemFailure) {
      try environment.files.makeFolder(at: String(prefix.dropLast()))
      try environment.files.write(Array(text.utf8), to: prefix + name)
    } catch {
      throw CommandFailure(
        .unreadable, "\(prefix)\(name) can't be written: \(error.reason).",
        nextStep: "Name a folder that may be written to.")
    }
    return true
  }
  var files: [JSONValue] = []
  for (name, text) in FirstSchema.files {
    let isWritten = try write(text, to: name)
    files.append(["path": .string(prefix + name), "written": .bool(isWritten)])
    if !printsJSON {
      try environment.error.writeLine("\(prefix)\(name) \(isWritten ? "is written." : "was there, and is as it was.")")
    }
  }
  if printsJSON {
    let object: JSONValue = ["files": .array(files), "manifest": .string(FirstSchema.manifestLines)]
    try environment.output.writeLine(JSONWriter().bytes(of: object))
    return .success
  }
  let manifest = (path == "." ? "" : path.hasSuffix("/") ? path : path + "/") + "Package.swift"
  if environment.files.kind(at: manifest) != .file {
    try environment.error.writeLine("There is no \(manifest) yet; make one: swift package init --type executable")
  }
  try environment.output.writeLine(FirstSchema.manifestLines)
  return .success
}

/// What a first schema needs.
private enum FirstSchema {
  static let files: [(name: String, text: String)] = [
    ("Schemas.swift", "// The types of this module come from the schemas beside this file, each time they change.\n"),
    ("typecast.json", "{\n  \"access\": \"public\"\n}\n"),
    (
      "Invoice.schema.json",
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An invoice",
        "type": "object",
        "required": ["number", "issued", "lines", "total"],
        "additionalProperties": false,
        "properties": {
          "number": {"type": "string", "description": "As it is printed.", "minLength": 1},
          "issued": {"type": "string", "format": "date"},
          "currency": {"enum": ["EUR", "USD", "GBP"], "default": "EUR"},
          "lines": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/line"}},
          "total": {"type": "number", "minimum": 0, "multipleOf": 0.01}
        },
        "$defs": {
          "line": {
            "type": "object",
            "required": ["description", "quantity", "price"],
            "additionalProperties": false,
            "properties": {
              "description": {"type": "string", "minLength": 1},
              "quantity": {"type": "integer", "minimum": 1},
              "price": {"type": "number", "minimum": 0, "multipleOf": 0.01}
            }
          }
        }
      }

      """
    ),
  ]

  static let manifestLines = """
    Package.swift needs, on macOS, a platform that Typecast runs on:

      platforms: [.macOS(.v15)],

    in its dependencies, with the address that you have Typecast from:

      .package(url: "https://example.com/typecast.git", from: "\(ToolVersion.text)"),

    or, if you have a checkout of it, the folder of that:

      .package(name: "typecast", path: "../typecast"),

    in its targets:

      .target(
        name: "Schemas",
        dependencies: [.product(name: "Typecast", package: "typecast")],
        path: "Schemas",
        plugins: [.plugin(name: "TypecastPlugin", package: "typecast")]),

    and "Schemas" in the dependencies of each target that uses the types. Then swift build makes them. In a source with
    the line import Schemas:

      let invoice = try Invoice(json: text)
    """
}
