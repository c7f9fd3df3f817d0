import TypecastCassettes

extension CommandEnvironment {
  /// Saves a cassette without its secrets: whoever reads the file sees the old one or the new one.
  func save(_ cassette: Cassette, to path: String) throws(CassetteError) {
    try CassetteFile.save(cassette, to: path)
  }

  /// Opens a cassette, whose exchanges are read one by one.
  func cassette(at path: String) throws(CommandFailure) -> CassetteReader {
    let bytes = path == "-" ? try bytes(at: path) : nil
    do throws(CassetteError) {
      if let bytes { return try CassetteReader(bytes, path: displayName(path)) }
      return try CassetteReader(path: path)
    } catch {
      throw CommandFailure(unreadable: error)
    }
  }

  /// Says which key variables hold a word, as it stays in what is saved.
  func warnOfWords() throws(CommandFailure) {
    let warning = error.style.warning("warning:")
    for name in KeyVariables.words {
      try error.writeLine(
        "\(warning) the value of \(name) is a word without digits; it is not taken out of what is saved")
    }
  }
}

extension CommandFailure {
  /// A cassette, or a file that should become some, that can't be read.
  init(unreadable error: CassetteError, nextStep: String? = nil) {
    let place = [error.path, error.line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    self.init(
      .unreadable, place.isEmpty ? error.reason : "\(place): \(error.reason)",
      nextStep: nextStep ?? "Name a file that is a whole cassette; typecast cassette check tells what one lacks.")
  }
}
