import TypecastCassettes
import TypecastJSON

/// What is wrong with a cassette.
struct CassetteMistake {
  let path: String
  let line: Int?
  let message: String

  /// All that is wrong with the one at a path: secrets, and what its grammar does not allow.
  static func all(at path: String, _ environment: CommandEnvironment) throws(CommandFailure) -> [CassetteMistake] {
    let name = environment.displayName(path)
    // A pipe or a device is refused before anything is read, and what is too long soon.
    let bytes = path == "-" ? try environment.bytes(at: path) : try file(path)
    let scan = SecretScan()
    let advice = path == "-" ? "Take it out." : "Take it out: typecast cassette redact \(name)"
    var mistakes = scan.findings(in: bytes).map {
      CassetteMistake(path: name, line: $0.line, message: "\($0.what) is in it. \(advice)")
    }
    do throws(CassetteError) {
      let cassette = try Cassette(bytes, path: name)
      for (index, exchange) in cassette.exchanges.enumerated() where mistakes.isEmpty {
        mistakes += scan.findings(in: exchange).map {
          CassetteMistake(path: name, line: nil, message: "\($0) is in exchange \(index + 1). \(advice)")
        }
      }
    } catch {
      mistakes.append(CassetteMistake(path: name, line: error.line, message: error.reason))
    }
    return mistakes
  }

  private static func file(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(CassetteError) { return try CassetteFile.read(path) } catch { throw CommandFailure(unreadable: error) }
  }

  /// The mistake for people.
  var text: String {
    PlacedMessage.withoutControls("\(path):\(line.map { "\($0):" } ?? "") error: \(message)")
  }

  /// The object of `--json`.
  var json: JSONValue {
    ["path": .string(path), "line": line.map { .number(JSONNumber($0)) } ?? .null, "message": .string(message)]
  }
}
