import Typecast
import TypecastCassettes
import TypecastJSON

/// The cassettes that words of a command line name.
enum CassetteFiles {
  static let argument = Argument(
    "PATH", kind: .fileOrFolder, repeatable: true, requirement: .optional,
    help: "A cassette, or a folder in which every .xml file is one; Golden/cassettes where none is given.")

  static let usual = "Golden/cassettes"

  static func paths(_ invocation: Invocation, _ environment: CommandEnvironment) throws(CommandFailure) -> [String] {
    let given = invocation.values(of: argument)
    return try paths(given.isEmpty ? [usual] : given, environment)
  }

  /// The cassettes that these are, or that are in these folders.
  static func paths(_ given: [String], _ environment: CommandEnvironment) throws(CommandFailure) -> [String] {
    try readOnce(given)
    var paths: [String] = []
    for path in given {
      switch environment.files.kind(at: path) {
      case .folder:
        let found = try filesBelow(path, in: environment.files).filter { $0.hasSuffix(".xml") }
        if found.isEmpty { try environment.error.writeLine("\(path) holds no cassette.") }
        paths += found
      case Optional.none where path != "-":
        throw CommandFailure(
          .unreadable, "\(path) is not there.", nextStep: "Name a cassette, or a folder with cassettes.")
      default: paths.append(path)
      }
    }
    return paths
  }

  /// Makes sure that standard input is named once at most.
  static func readOnce(_ paths: [String]) throws(CommandFailure) {
    guard paths.count(where: { $0 == "-" }) > 1 else { return }
    throw CommandFailure(.usage, "Standard input can be read only once.", nextStep: "Name files, and '-' once.")
  }

  /// Makes sure that a cassette is a file, where standard input is of no use.
  static func requireFile(_ path: String) throws(CommandFailure) {
    guard path == "-" else { return }
    throw CommandFailure(
      .usage, "Standard input can't be the cassette of this command.",
      nextStep: "Name a file; './-' is one that is called so.")
  }

  /// Goes through the exchanges of a cassette.
  static func forEach(
    in reader: CassetteReader, _ body: (Int, Exchange) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var number = 0
    while true {
      let exchange: Exchange?
      do throws(CassetteError) { exchange = try reader.next() } catch { throw CommandFailure(unreadable: error) }
      guard let exchange else { return }
      number += 1
      try body(number, exchange)
    }
  }
}

extension Exchange {
  /// The object of `--json`.
  func json(_ path: String, _ number: Int) -> JSONValue {
    var failure: String?
    switch outcome {
    case .failure(let ended): failure = "\(ended.error.kind)"
    case .response(let response): failure = response.failure.map { "\($0.error.kind)" }
    }
    return [
      "path": .string(path), "number": .number(JSONNumber(number)), "id": id.map { .string($0) } ?? .null,
      "method": .string(request.method), "url": .string(request.url),
      "status": response.map { .number(JSONNumber($0.status)) } ?? .null,
      "bytes": response.map { .number(JSONNumber($0.body.count)) } ?? .null,
      "chunks": response.map { .number(JSONNumber($0.chunks.count)) } ?? .null,
      "failure": failure.map { .string($0) } ?? .null,
    ]
  }

  /// What it is, in a line.
  var summary: String {
    let size =
      switch outcome {
      case .failure: ""
      case .response(let response):
        ", \(response.body.count) bytes in \(response.chunks.count) piece\(response.chunks.count == 1 ? "" : "s")"
          + (response.failure.map { ", then \($0.error.kind)" } ?? "")
      }
    return PlacedMessage.withoutControls("\(shownRequest): \(shownOutcome)\(size)")
  }

  /// The request in a line, whatever is in it.
  var shownRequest: String {
    let name = id.map { " '\($0.shortened(to: 80))'" } ?? ""
    return "\(request.method.shortened(to: 20)) \(request.url.shortened(to: 200))\(name)"
  }

  var shownOutcome: String {
    switch outcome {
    case .failure(let failure): "failed: \(failure.error.kind)"
    case .response(let response): "\(response.status)"
    }
  }
}
