import Foundation
import Synchronization

/// Where all values go with their verdicts, for a comparison with another implementation.
///
/// A line `schema NUMBER` says what the lines after it are about: `generated interpreted unformatted kind text`. The
/// verdicts are 1 and 0, r for a number that the Swift type can't hold, and d for what went wrong in another
/// way; `unformatted` is the interpreter's where formats are not checked, or `-` where it checks none.
final class VerdictLog: Sendable {
  private let file: Mutex<FileHandle>

  struct Unwritable: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) can't be written" }
  }

  init(path: String) throws {
    guard let file = FileHandle(forWritingAtPath: path) else { throw Unwritable(path: path) }
    self.file = Mutex(file)
  }

  fileprivate func write(_ text: String) {
    // Without a reader there is nothing to do here, and the reader says why it went.
    file.withLock { file in try? file.write(contentsOf: Data(text.utf8)) }
  }
}

/// The lines about one schema, on their way to the log.
struct GroupLog {
  private let log: VerdictLog
  private let number: Int
  private var text: String

  init(_ log: VerdictLog, group number: Int) {
    self.log = log
    self.number = number
    text = "schema \(number)\n"
  }

  mutating func add(_ outcome: Outcome, isValid: Bool, isValidUnformatted: Bool?, kind: String, text value: String) {
    let unformatted = isValidUnformatted.map { $0 ? "1" : "0" } ?? "-"
    text += "\(outcome.letter) \(isValid ? 1 : 0) \(unformatted) \(kind) \(value)\n"
    if text.utf8.count > 1 << 20 { flush() }
  }

  mutating func flush() {
    log.write(text)
    text = "schema \(number)\n"
  }
}

extension Outcome {
  fileprivate var letter: String {
    switch self {
    case .valid: "1"
    case .invalid: "0"
    case .outOfRange: "r"
    case .difference: "d"
    }
  }
}
