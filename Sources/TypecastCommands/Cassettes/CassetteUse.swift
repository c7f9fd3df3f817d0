import Typecast
import TypecastCassettes

/// What stands between a command and servers while a cassette is in use.
enum CassetteUse {
  /// Runs something that a cassette answers.
  static func playing(
    _ path: String, _ body: () async throws(CommandFailure) -> ExitStatus
  ) async throws(CommandFailure) -> ExitStatus {
    try CassetteFiles.requireFile(path)
    let player: CassettePlayer
    do throws(CassetteError) {
      player = CassettePlayer(try Cassette(path: path), path: path)
    } catch {
      throw CommandFailure(unreadable: error)
    }
    return try await with(VirtualClock(skippingSleep: true), { _ in player }, body)
  }

  /// Runs something and writes down what servers answer.
  ///
  /// - Parameter adds: Whether what is in the file is played and kept, and only the rest recorded.
  static func recording(
    _ path: String, adds: Bool, _ environment: CommandEnvironment,
    _ body: () async throws(CommandFailure) -> ExitStatus
  ) async throws(CommandFailure) -> ExitStatus {
    try CassetteFiles.requireFile(path)
    let session: CassetteSession
    do throws(CassetteError) {
      session = try CassetteSession(path: path, mode: adds ? .missing : .all)
    } catch {
      throw CommandFailure(unreadable: error)
    }
    let wasThere = environment.files.kind(at: path) != nil
    let status = try await with(nil, { session.transport(around: $0) }, body)
    do {
      // A call that fails is worth a recording of its own, and not the one that was there.
      let saves = status == .success || !wasThere
      let ending = try await session.finish(saving: saves)
      if !saves, ending.recorded > 0 {
        try environment.error.writeLine(
          "\(path): left as it was, since the call failed; name another file to keep what it got")
        return status
      }
      let result = ending.saved == .unchanged ? "says what it said before" : "written"
      try environment.error.writeLine(
        ending.recorded == 0
          ? "\(path): nothing was recorded, as no server was asked" : "\(path): \(result), \(ending.recorded) recorded")
      if ending.lostComments { try environment.warnOfLostComments(path) }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .unwritable, "Nothing is recorded: \(error)", nextStep: "Do what is said, then record once more.")
    }
    return status
  }

  /// Runs something in an environment of its own.
  private static func with(
    _ clock: VirtualClock?, _ transport: @escaping @Sendable (any Transport) -> any Transport,
    _ body: () async throws(CommandFailure) -> ExitStatus
  ) async throws(CommandFailure) -> ExitStatus {
    var environment = CallEnvironment.current
    environment.transport = transport
    if let clock {
      environment.clock = CallClock(clock)
      environment.willWait = { _, _ in }
    }
    return try await environment.run(body)
  }
}

extension CallEnvironment {
  /// Runs a part of a command in this environment.
  func run(
    _ body: () async throws(CommandFailure) -> ExitStatus
  ) async throws(CommandFailure) -> ExitStatus {
    do {
      return try await Self.$current.withValue(self) { try await body() }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.unreadable, "\(error)", nextStep: "Run the command once more.")
    }
  }
}
