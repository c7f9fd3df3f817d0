import Typecast
import TypecastCassettes
import TypecastJSON

/// The exchanges of a cassette, or of a folder of cassettes, as they are compared and told.
struct ComparedRecording {
  /// How an exchange is told.
  struct Name {
    /// The file that it is in.
    let path: String
    /// The file within the folder that was given; nil where a file was given.
    let file: String?
    let number: Int
    let request: String
    let outcome: String

    /// The place within the recording.
    var place: String { [file, String(number)].compactMap(\.self).joined(separator: " ") }

    /// The object of `--json`.
    var json: JSONValue { ["path": .string(path), "number": .number(JSONNumber(number)), "request": .string(request)] }
  }

  private(set) var exchanges: [ComparedExchange] = []
  private(set) var names: [Name] = []

  init(_ path: String, _ environment: CommandEnvironment) throws(CommandFailure) {
    let files = try CassetteFiles.paths([path], environment)
    if files.isEmpty {
      throw CommandFailure(
        .unreadable, "\(path) has no cassette in it.", nextStep: "Name a cassette, or a folder with cassettes.")
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    for file in files {
      let local = file == path ? nil : String(file.dropFirst(folder.count))
      try CassetteFiles.forEach(in: try environment.cassette(at: file)) { number, exchange in
        exchanges.append(ComparedExchange(exchange, file: local ?? ""))
        names.append(
          Name(path: file, file: local, number: number, request: exchange.shownRequest, outcome: exchange.shownOutcome))
      }
    }
  }
}
