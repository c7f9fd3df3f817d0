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
    cassette = CassetteFile.exists(path) ? try Cassette(path: path) : nil
    if cassette == nil, misses == .fail, mode == .never || mode == .failed {
      throw CassetteError(
        path, "is not there. To record it: set \(RecordMode.variable)=missing and run again, with the server reachable."
      )
    }
    if mode == .all || mode == .missing, let cassette, cassette.origin == .authored {
      throw CassetteError(
        path, "was written by a person, and recording would pass off what it gets as that. Remove the file first.")
    }
    player = CassettePlayer(
      cassette ?? Cassette(.recorded), path: path, matching: matching, options: options, redaction: redaction)
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
    let recorded = await recorder.finish()
    var ending = Ending()
    if mode != .all { ending.unused = player.unused.map { Self.name($0.place, $0.exchange) } }
    // What went to the server instead is no failure.
    if misses == .fail, mode == .never || mode == .failed { ending.misses = player.misses }
    guard mode == .all || mode == .missing, !recorded.isEmpty else { return ending }
    ending.recorded = recorded.count
    guard saving else { return ending }
    let new = recorded.map(redaction.redacted)
    ending.saved = try run.add(to: path) { earlier throws(CassetteError) in
      // Another use may have added to it since it was opened.
      let inFile = CassetteFile.exists(path) ? try Cassette(path: path) : nil
      var pool = ExchangePool(earlier, matching)
      let others = new.filter { pool.take(like: $0) == nil }
      let exchanges: [Exchange]
      switch mode {
      case .all: exchanges = earlier + kept(others, of: inFile ?? cassette)
      default: exchanges = (inFile?.exchanges ?? []) + others
      }
      let result = try CassetteFile.save(
        Cassette(.recorded, note: (inFile ?? cassette)?.note, exchanges), to: path, redaction: redaction)
      return (mode == .all ? exchanges : earlier + others, result)
    }
    return ending
  }

  /// The new exchanges, with the old one in the place of each that says the same: what has not changed changes nothing.
  private func kept(_ new: [Exchange], of old: Cassette?) -> [Exchange] {
    var pool = ExchangePool(old?.exchanges ?? [], matching)
    return new.map { exchange in
      if let same = pool.take(like: exchange) { return same }
      // A name and a note are a person's, and stay.
      guard let before = pool.take(asking: exchange) else { return exchange }
      var exchange = exchange
      (exchange.id, exchange.note) = (before.id, before.note)
      return exchange
    }
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
