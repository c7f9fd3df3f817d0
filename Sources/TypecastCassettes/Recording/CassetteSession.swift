public import Typecast

/// A cassette in use: played, recorded or both, as its mode has it.
public final class CassetteSession: Sendable {
  /// What became of it.
  public struct Ending: Sendable {
    /// The requests that nothing was recorded for, and that failed for it.
    public var misses: [CassetteMiss] = []

    /// The exchanges that nobody asked for, by their names.
    public var unused: [String] = []

    /// How many exchanges were recorded.
    public var recorded = 0

    /// What saving did; nil where nothing was saved.
    public var saved: CassetteFile.Result?

    /// Whether comments of the file are gone, since it was written anew.
    public var lostComments = false
  }

  /// The file of the cassette.
  public let path: String
  /// What is recorded into it.
  public let mode: RecordMode
  private let misses: MissPolicy
  private let matching: Matching
  private let redaction: Redaction

  /// What is in the file; nil where there is none.
  private let cassette: Cassette?
  private let player: CassettePlayer
  private let recorder = CassetteRecorder()

  /// Opens a cassette. With the mode `failed` it only plays; who runs the test decides about the rest.
  ///
  /// Throws where there is nothing to play and nothing is to be recorded, and where a recording would replace what a person
  /// wrote.
  public init(
    path: String, mode: RecordMode, misses: MissPolicy = .fail, matching: Matching = Matching(),
    options: ReplayOptions = ReplayOptions(), redaction: Redaction = .standard
  ) throws(CassetteError) {
    self.path = path
    self.mode = mode
    self.misses = misses
    self.matching = matching
    self.redaction = redaction
    cassette = try Self.file(path)?.cassette
    if cassette == nil, misses == .fail, mode == .never || mode == .failed {
      throw CassetteError(
        path,
        "there is no such cassette. To record it: set \(RecordMode.variable)=missing and run again, with the server reachable."
      )
    }
    if mode == .all || mode == .missing, let cassette, cassette.origin == .authored {
      throw CassetteError(
        path, "was written by a person, and recording would pass off what it gets as that. Remove the file first.")
    }
    player = CassettePlayer(
      cassette ?? Cassette(.recorded), path: path, matching: matching, options: options, redaction: redaction)
  }

  /// What is in a file, and whether comments stand there; nil where there is no file.
  private static func file(_ path: String) throws(CassetteError) -> (cassette: Cassette, hasComments: Bool)? {
    guard CassetteFile.exists(path) else { return nil }
    do throws(CassetteError) {
      let reader = try CassetteReader(path: path)
      return (try Cassette(reader), reader.hasComments)
    } catch {
      let advice = error.line == nil ? "" : " Mend the file, or remove it and record it again."
      throw CassetteError(error.path, line: error.line, error.reason + advice)
    }
  }

  /// The recorded exchanges that somebody has asked for.
  package var asked: [Exchange] {
    let left = Set(player.unused.map(\.place))
    return (cassette?.exchanges ?? []).enumerated().filter { !left.contains($0.offset) }.map(\.element)
  }

  /// The transport to use in the place of another one.
  public func transport(around base: any Transport) -> any Transport {
    switch (mode, misses) {
    case (.all, _): return recorder.transport(around: base)
    case (.missing, _): return FirstOf(player: player, other: recorder.transport(around: base))
    case (.never, .live), (.failed, .live): return FirstOf(player: player, other: base)
    case (.never, .fail), (.failed, .fail): return player
    }
  }

  /// Ends the use: saves what was recorded, unless the test failed, and says what became of it.
  ///
  /// - Parameters:
  ///   - saving: Whether what was recorded may be kept: not after a test that failed.
  ///   - run: The run that this use is a part of: what others of it recorded into the same file is kept.
  public func finish(saving: Bool, in run: RecordingRun = RecordingRun()) async throws -> Ending {
    try await finish(saving: saving, in: run, replacing: nil)
  }

  /// The same, where not all of the file is recorded anew.
  ///
  /// - Parameter replaced: What goes where it is not recorded anew; nil for all that is in the file.
  package func finish(saving: Bool, in run: RecordingRun, replacing replaced: [Exchange]?) async throws -> Ending {
    let recorded = await recorder.finish()
    var ending = Ending()
    if mode != .all { ending.unused = player.unused.map { Self.name($0.place, $0.exchange) } }
    // What went to the server instead is no failure.
    if misses == .fail, mode == .never || mode == .failed { ending.misses = player.misses }
    guard mode == .all || mode == .missing else { return ending }
    ending.recorded = recorded.count
    // A use that fails is told to the run, for what others record anew.
    guard saving ? !recorded.isEmpty : mode == .all else { return ending }
    let new = recorded.map(redaction.redacted)
    ending.saved = try run.save(path) { anew throws(CassetteError) in
      // Another use may have saved it since it was opened.
      let old = try Self.file(path)
      let exchanges: [Exchange]
      if mode == .missing {
        exchanges = added(new, to: old?.cassette.exchanges ?? [])
      } else {
        var all = anew ?? Rerecording(before: old?.cassette.exchanges ?? [])
        if saving { all.add(new, replacing: replaced, matching) } else { all.hasFailedUse = true }
        anew = all
        if all.isEmpty { return nil }
        exchanges = all.exchanges(matching)
      }
      let note = (old?.cassette ?? cassette)?.note
      let result = try CassetteFile.save(Cassette(.recorded, note: note, exchanges), to: path, redaction: redaction)
      ending.lostComments = old?.hasComments == true && result == .written
      return saving ? result : nil
    }
    return ending
  }

  /// What is in the file with what is new, but for what another use has added since this one was opened: that answers both.
  private func added(_ new: [Exchange], to inFile: [Exchange]) -> [Exchange] {
    var others = ExchangePool(inFile, matching)
    for exchange in cassette?.exchanges ?? [] { _ = others.take(asking: exchange) }
    return inFile + new.filter { others.take(asking: $0) == nil }
  }

  private static func name(_ place: Int, _ exchange: Exchange) -> String {
    let path = exchange.request.url.prefix { $0 != "?" }
    let id = exchange.id.map { " '\($0)'" } ?? ""
    return "exchange \(place + 1)\(id), \(exchange.request.method) \(path)"
  }
}

/// Plays what was recorded, and sends the rest elsewhere.
private struct FirstOf: Transport {
  let player: CassettePlayer
  let other: any Transport

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    do {
      return try await player.send(request)
    } catch is CassetteMiss {
      return try await other.send(request)
    }
  }
}
