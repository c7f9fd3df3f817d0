import Synchronization
import Typecast
import TypecastCassettes
import TypecastJSON
import TypecastServer

private let cassette = Argument("CASSETTE", kind: .file, help: "The cassette to serve.")
private let listen = Option.value(
  "listen", "HOST:PORT", requirement: .required,
  help: "Where to listen, such as 127.0.0.1:8080; port 0 takes one that is free.")
private let pace = Option.value(
  "pace", "PACE", help: "at-once, recorded, or so many times as fast, such as 10; at-once where this is not given.")
private let repeats = Option.flag("repeats", help: "An exchange may be played more than once.")
private let once = Option.flag("once", help: "Ends when each exchange was asked for.")
private let json = Option.json("the address as a JSON object", #"{"address"}"#)

/// `typecast replay`
let replayCommand = Command(
  "replay",
  abstract: "Serves a cassette over HTTP, so that any client can use it.",
  discussion: [
    """
    The address is printed as soon as it listens. A request gets the answer that was recorded for it, in the recorded \
    pieces; a connection that failed then fails now. What was not recorded gets a 404 that tells the nearest request \
    and what differs, as standard error does.
    """
  ],
  arguments: [cassette],
  options: [listen, pace, repeats, once, json],
  exitCodes: [
    ExitCode(.success, "Each exchange was asked for."),
    ExitCode(.failure, "Each exchange was asked for, and something that was not recorded."), .usage,
  ],
  examples: [
    Example("typecast replay Golden/cassettes/ollama/invoice.xml --listen 127.0.0.1:11434", "Stands in for Ollama.")
  ]
) { invocation, environment async throws(CommandFailure) in
  let path = invocation.values(of: cassette)[0]
  try CassetteFiles.requireFile(path)
  let (host, port) = try address(invocation.value(of: listen) ?? "")
  let options = ReplayOptions(pace: try pace(invocation))
  let cassette = try await environment.progress.during("reading the cassette") { () throws(CommandFailure) in
    do throws(CassetteError) { return try Cassette(path: path) } catch { throw CommandFailure(unreadable: error) }
  }
  let player = CassettePlayer(
    cassette, path: path, matching: Matching(allowsRepeats: invocation.isGiven(repeats)), options: options)
  let misses = UntoldMisses()
  let server: HTTPServer
  do throws(ServerError) {
    // Who only connects leaves room for others soon.
    let limits = ServerLimits(head: .seconds(10))
    server = try HTTPServer(host: host, port: port, limits: limits) { request in await answer(request, player, misses) }
  } catch {
    throw CommandFailure(.usage, error.message, nextStep: "Give --listen another HOST:PORT.")
  }
  try environment.output.writeLine(
    invocation.isGiven(json)
      ? JSONWriter().bytes(of: ["address": .string(server.address)]) : Array(server.address.utf8))
  try environment.output.flush()
  func tellMisses() throws(CommandFailure) {
    for reason in misses.take() { try environment.error.writeLine(PlacedMessage.withoutControls(reason)) }
  }
  while !invocation.isGiven(once) || !player.unused.isEmpty {
    try tellMisses()
    do { try await Task.sleep(for: .milliseconds(20)) } catch { break }
  }
  // The last answer may still be on its way.
  while server.requestCount > 0 {
    do { try await Task.sleep(for: .milliseconds(20)) } catch { break }
  }
  await server.stop()
  // Those of the last moment.
  try tellMisses()
  return player.misses.isEmpty ? .success : .failure
}

/// The misses that standard error has not told yet. It may be slower than clients are.
private final class UntoldMisses: Sendable {
  private static let most = 1000
  private let state = Mutex((reasons: [String](), left: 0))

  func add(_ miss: CassetteMiss) {
    state.withLock { state in
      if state.reasons.count < Self.most { state.reasons.append(miss.reason) } else { state.left += 1 }
    }
  }

  func take() -> [String] {
    state.withLock { state in
      defer { state = ([], 0) }
      return state.reasons + (state.left > 0 ? ["\(state.left) more requests were not recorded."] : [])
    }
  }
}

private func answer(
  _ request: HTTPRequest, _ player: CassettePlayer, _ misses: UntoldMisses
) async -> ServerAnswer {
  do {
    let response = try await player.send(request)
    var headers = response.headers
    // Recorded bodies are unpacked.
    headers["content-encoding"] = nil
    return ServerAnswer(status: response.status, headers: headers, stream: response.body)
  } catch let miss as CassetteMiss {
    misses.add(miss)
    return ServerAnswer(
      status: 404, headers: HTTPHeaders([("content-type", "text/plain; charset=utf-8")]),
      body: Array("\(miss)\n".utf8))
  } catch let error as TransportError where error.kind == .reset {
    return .broken(.reset)
  } catch {
    return .broken(.closed)
  }
}

private func address(_ text: String) throws(CommandFailure) -> (host: String, port: Int) {
  guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
    (0...65535).contains(port)
  else {
    throw CommandFailure(.usage, "'\(text)' is no HOST:PORT.", nextStep: "Write --listen 127.0.0.1:8080.")
  }
  let host = String(text[..<colon])
  return (host.isEmpty ? "127.0.0.1" : host, port)
}

private func pace(_ invocation: Invocation) throws(CommandFailure) -> ReplayOptions.Pace {
  switch invocation.value(of: pace) {
  case nil, "at-once"?: return .atOnce
  case "recorded"?: return .recorded
  case let text?:
    guard let times = Double(text), (0.001...1_000_000).contains(times) else {
      throw CommandFailure(
        .usage, "'\(text)' is no pace.",
        nextStep: "Write at-once, recorded, or a number from 0.001 to 1000000, such as 10.")
    }
    return .faster(times)
  }
}
