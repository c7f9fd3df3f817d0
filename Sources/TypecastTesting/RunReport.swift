import Testing
import TypecastCassettes

/// What came of a test that was run with a cassette.
struct TestRun {
  let result: Result<Void, any Error>
  /// Whether the test failed, whatever becomes of its cassette.
  let hasFailed: Bool
  let ending: CassetteSession.Ending
  /// The recorded exchanges that it asked for.
  let asked: [Exchange]
  /// Whether it is the second run, since the first one failed.
  var isAgain = false
}

/// Tells a test what became of its cassette.
struct RunReport {
  let path: String
  let allowsUnused: Bool
  let location: SourceLocation

  /// How many exchanges that are left are named.
  private static let mostNamed = 5

  /// Whether the test does with what was recorded.
  func isFine(_ run: TestRun) -> Bool {
    !run.hasFailed && run.ending.misses.isEmpty && (allowsUnused || run.ending.unused.isEmpty)
  }

  /// Records an issue for each thing that is not as it should be.
  func tell(_ run: TestRun) {
    let ending = run.ending
    var thrown = ""
    if case .failure(let error) = run.result { thrown = "\(error)" }
    // Who throws the error of a miss tells it, too.
    for miss in ending.misses.map(\.description) where !thrown.contains(miss) { record(miss) }
    if !ending.unused.isEmpty, !allowsUnused, !run.hasFailed, ending.misses.isEmpty {
      let names = ending.unused.prefix(Self.mostNamed).joined(separator: "; ")
      let others = ending.unused.count - Self.mostNamed
      record(
        "\(path): nobody asked for \(names)\(others > 0 ? "; and \(others) more" : ""). Take it out, record all anew "
          + "with \(RecordMode.variable)=all, or allow what is left, as tests that share a cassette have to: "
          + "allowsUnused: true.")
    }
    guard ending.recorded > 0 else { return }
    var text = run.isAgain ? "The test fails with what was recorded before, and was run again. " : ""
    text += "\(path): \(ending.recorded == 1 ? "1 exchange was" : "\(ending.recorded) exchanges were") recorded"
    if run.hasFailed {
      text += " and not saved, because the test failed. Make it pass, and record again."
    } else if ending.saved == .unchanged {
      text += ", and what was said is what was said before. Run again without \(RecordMode.variable)."
    } else {
      text += ". Look at the file, then run again without \(RecordMode.variable)."
      if ending.lostComments { text += " Its comments are gone: what is to stay has to be a <note>." }
    }
    record(text)
  }

  /// Says why a test that fails was not run again.
  func tellOfAuthor() {
    record("\(path): a person wrote it, so that nothing is recorded over it. Mend it, or remove it and record again.")
  }

  private func record(_ text: String) {
    Issue.record(Comment(rawValue: text), sourceLocation: location)
  }
}
