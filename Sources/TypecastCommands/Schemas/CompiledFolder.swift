import TypecastCompiler
import TypecastJSON

/// A folder of Swift files that schemas make.
struct CompiledFolder {
  let path: String
  let environment: CommandEnvironment

  /// The name of the file that a schema makes: a slash of its path becomes a plus, a plus two.
  static func fileName(of schema: String) -> String {
    var name = ""
    for character in schema.dropLast(".schema.json".count) {
      switch character {
      case "+": name += "++"
      case "/": name += "+"
      default: name.append(character)
      }
    }
    return name + ".swift"
  }

  private var prefix: String { path.hasSuffix("/") ? path : path + "/" }

  /// A file of the folder, and what became of it or is wrong with it.
  struct File {
    enum State: String {
      case written
      case unchanged
      case differs
      case missing
      /// No schema makes it any more.
      case extra
    }

    let path: String
    let state: State

    /// What there is to say about it for people.
    func message(style: TextStyle, isCheck: Bool) -> String? {
      let text: String? =
        switch state {
        case .written, .unchanged: nil
        case .differs: "\(path) differs"
        case .missing: "\(path) is missing"
        case .extra where isCheck: "\(path) is not made by a schema"
        case .extra: "\(path):1:1: \(style.warning("warning:")) no schema makes this file any more; delete it"
        }
      return text.map(PlacedMessage.withoutControls)
    }

    /// The object of `--json`.
    var json: JSONValue { ["path": .string(path), "state": .string(state.rawValue)] }
  }

  /// Writes the files whose bytes have changed.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(CommandFailure) -> [File] {
    do throws(SystemFailure) { try environment.files.makeFolder(at: path) } catch {
      throw CommandFailure(
        .unreadable, "\(path) can't be made: \(error.reason).", nextStep: "Name a folder that may be written to.")
    }
    var found: [File] = []
    for (name, bytes) in files {
      if let old = try? environment.files.bytes(at: prefix + name), old == bytes {
        found.append(File(path: prefix + name, state: .unchanged))
        continue
      }
      do throws(SystemFailure) { try environment.files.write(bytes, to: prefix + name) } catch {
        throw CommandFailure(
          .unreadable, "\(prefix)\(name) can't be written: \(error.reason).",
          nextStep: "Name a folder that may be written to, or give the schema another name.")
      }
      found.append(File(path: prefix + name, state: .written))
    }
    return found + extras(besides: files.map(\.name))
  }

  /// Says of each file whether it is what it would be.
  func compare(with files: [(name: String, bytes: [UInt8])]) -> [File] {
    let found = files.map { name, bytes in
      let old = try? environment.files.bytes(at: prefix + name)
      return File(path: prefix + name, state: old == nil ? .missing : old == bytes ? .unchanged : .differs)
    }
    return found + extras(besides: files.map(\.name))
  }

  /// Files that were made from schemas which are gone.
  private func extras(besides names: [String]) -> [File] {
    guard environment.files.kind(at: path) == .folder, let found = try? environment.files.names(in: path) else {
      return []
    }
    let extras = found.filter { name in
      guard name.hasSuffix(".swift"), !names.contains(name), environment.files.kind(at: prefix + name) == .file,
        let bytes = try? environment.files.bytes(at: prefix + name)
      else { return false }
      return bytes.starts(with: SchemaCompilation.firstLine.utf8)
    }
    return extras.map { File(path: prefix + $0, state: .extra) }
  }
}
