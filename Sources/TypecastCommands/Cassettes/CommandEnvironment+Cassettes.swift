import TypecastCassettes

extension CommandEnvironment {
  /// Saves a cassette without its secrets: whoever reads the file sees the old one or the new one.
  func save(_ cassette: Cassette, to path: String) throws(CassetteError) {
    try CassetteFile.save(cassette, to: path)
  }

  /// Opens a cassette, whose exchanges are read one by one.
  func cassette(at path: String) throws(CommandFailure) -> CassetteReader {
    try cassette(at: path, input: path == "-" ? try bytes(at: path) : [])
  }

  /// The same, where standard input has been read.
  func cassette(at path: String, input: [UInt8]) throws(CommandFailure) -> CassetteReader {
    do throws(CassetteError) {
      return try path == "-" ? CassetteReader(input, path: displayName(path)) : CassetteReader(path: path)
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

  /// Says that a cassette was written without its comments.
  func warnOfLostComments(_ path: String) throws(CommandFailure) {
    let warning = error.style.warning("warning:")
    try error.writeLine(
      "\(PlacedMessage.withoutControls(path)): \(warning) its comments are gone; what is to stay has to be a <note>")
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
