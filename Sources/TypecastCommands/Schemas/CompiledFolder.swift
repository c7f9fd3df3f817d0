import TypecastCompiler

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

  /// Writes the files whose bytes have changed.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(CommandFailure) -> ExitStatus {
    do throws(SystemFailure) { try environment.files.makeFolder(at: path) } catch {
      throw CommandFailure(
        .unreadable, "\(path) can't be made: \(error.reason).", nextStep: "Name a folder that may be written to.")
    }
    for (name, bytes) in files {
      if let old = try? environment.files.bytes(at: prefix + name), old == bytes { continue }
      do throws(SystemFailure) { try environment.files.write(bytes, to: prefix + name) } catch {
        throw CommandFailure(
          .unreadable, "\(prefix)\(name) can't be written: \(error.reason).",
          nextStep: "Name a folder that may be written to, or give the schema another name.")
      }
    }
    for name in try orphans(besides: files.map(\.name)) {
      let warning = environment.error.style.warning("warning:")
      try environment.error.writeLine("\(prefix)\(name):1:1: \(warning) no schema makes this file any more; delete it")
    }
    return .success
  }

  /// Names the files that differ.
  func compare(with files: [(name: String, bytes: [UInt8])]) throws(CommandFailure) -> ExitStatus {
    var status = ExitStatus.success
    for (name, bytes) in files {
      guard let old = try? environment.files.bytes(at: prefix + name) else {
        try environment.output.writeLine("\(prefix)\(name) is missing")
        status = .failure
        continue
      }
      if old != bytes {
        try environment.output.writeLine("\(prefix)\(name) differs")
        status = .failure
      }
    }
    for name in try orphans(besides: files.map(\.name)) {
      try environment.output.writeLine("\(prefix)\(name) is not made by a schema")
      status = .failure
    }
    return status
  }

  /// Files that were made from schemas which are gone.
  private func orphans(besides names: [String]) throws(CommandFailure) -> [String] {
    guard environment.files.kind(at: path) == .folder, let found = try? environment.files.names(in: path) else {
      return []
    }
    return found.filter { name in
      guard name.hasSuffix(".swift"), !names.contains(name), environment.files.kind(at: prefix + name) == .file,
        let bytes = try? environment.files.bytes(at: prefix + name)
      else { return false }
      return bytes.starts(with: SchemaCompilation.firstLine.utf8)
    }
  }
}
