import Synchronization
import Typecast
import TypecastJSON
import TypecastSchema

/// An answer whose head has come, read by the wire format that asked for it.
final class Answer {
  private let format: any WireFormat
  private let answerTool: String?

  /// What the provider was asked for in place of the schema; nil where its reply is the answer as it is.
  private let projection: Projection?

  /// The same for the arguments of tools, by the names of these.
  private let arguments: [String: Projection]

  private let connection: Connection
  private let head: (requestID: String?, rateLimits: [RateLimit])
  private var body: HTTPBody.AsyncIterator

  /// Reads pieces; nil for an answer that comes whole.
  private var reader: (any StreamReader)?

  /// The text so far, where it has to be put into its shape at the end.
  private var text = ""
  private var isOver = false

  /// Takes what is not of the answer from its pieces.
  private var unwrapper: TextUnwrapper?

  init(
    _ response: HTTPResponse, to call: WireCall, _ model: RemoteModel, isolation actor: isolated (any Actor)?
  ) async throws {
    guard (200..<300).contains(response.status) else {
      throw try await HTTPFailure(response, CallEnvironment.current.clock)
    }
    connection = model.connection
    format = model.endpoint.provider.format
    answerTool = call.answerTool
    projection = call.projection.flatMap { $0.changesReplies ? $0 : nil }
    unwrapper = projection?.wrapper.map { TextUnwrapper(member: $0) }
    arguments = call.tools.reduce(into: [:]) { arguments, tool in
      if tool.parameters.changesReplies { arguments[tool.name] = tool.parameters }
    }
    head = (response.headers.requestID, RateLimit.all(in: response.headers))
    body = response.body.makeAsyncIterator()
    // Some servers answer in one piece although they were asked for many.
    let isWhole =
      !format.streamsAreJSON && response.headers["content-type"]?.lowercased().hasPrefix("application/json") == true
    if call.isStreamed, !isWhole { reader = format.makeStreamReader(answerTool: answerTool) }
  }

  /// The next pieces; none behind the end.
  func pieces(isolation actor: isolated (any Actor)?) async throws -> [ModelPiece] {
    if isOver { return [] }
    guard reader != nil else {
      isOver = true
      return try whole(await rest(actor)).pieces
    }
    do {
      guard let bytes = try await body.next(isolation: actor) else {
        isOver = true
        return completed(try reader?.finish() ?? [])
      }
      return completed(try reader?.read(bytes) ?? [])
    } catch let fault as WireFault {
      throw AnswerFault(fault: fault, head.requestID)
    } catch let error as TransportError where error.kind == .cut || error.kind == .reset || error.kind == .idleTimeout {
      // What breaks off behind the end of an answer takes nothing from it.
      guard let pieces = try? reader?.finish(), case .end(let ending)? = pieces.last, ending.finish != .incomplete
      else {
        throw error
      }
      isOver = true
      return completed(pieces)
    }
  }

  private func whole(_ bytes: [UInt8]) throws -> ModelReply {
    do throws(WireFault) {
      var reply =
        try bytes.beginAsEvents ? streamed(bytes) : format.reply(from: JSONValue(answer: bytes), answerTool: answerTool)
      reply.toolCalls = reply.toolCalls.map(restored)
      complete(&reply.ending, text: reply.text)
      if let text = reply.ending.text { reply.text = text }
      return reply
    } catch {
      throw AnswerFault(fault: error, head.requestID)
    }
  }

  /// Reads a stream that was called something else.
  private func streamed(_ bytes: [UInt8]) throws(WireFault) -> ModelReply {
    var reader = format.makeStreamReader(answerTool: answerTool)
    var reply = ModelReply("")
    for piece in try reader.read(bytes) + reader.finish() { reply.append(piece) }
    return reply
  }

  /// The pieces with what only the head says, and with what has to be done at the end.
  private func completed(_ pieces: [ModelPiece]) -> [ModelPiece] {
    var completed: [ModelPiece] = []
    for piece in pieces {
      switch piece {
      case .text(let more):
        if projection != nil { text += more }
        let shown = unwrapper?.unwrap(more) ?? more
        if !shown.isEmpty { completed.append(.text(shown)) }
      case .end(var ending):
        complete(&ending, text: text)
        completed.append(.end(ending))
        isOver = true
        return completed
      case .toolCall(let call): completed.append(.toolCall(restored(call)))
      default: completed.append(piece)
      }
    }
    return completed
  }

  private func complete(_ ending: inout ModelEnding, text: String) {
    ending.requestID = head.requestID ?? ending.requestID
    if ending.rateLimits.isEmpty { ending.rateLimits = head.rateLimits }
    if !ending.finish.isWhole {
      ending.failureKind = connection.endpoint.provider.errors.row(for: ErrorSignal(finish: ending.finish)).kind
    }
    ending = connection.masked(ending)
    guard let projection, ending.finish.isWhole else { return }
    ending.text = Self.restored(text, projection)
  }

  private func restored(_ call: ToolCall) -> ToolCall {
    guard let projection = arguments[call.name], let text = Self.restored(call.arguments, projection) else {
      return call
    }
    var call = call
    call.arguments = text
    return call
  }

  /// A text in the shape of the schema that a projection was made of; nil where it has that already, or is no JSON.
  private static func restored(_ text: String, _ projection: Projection) -> String? {
    guard let json = try? JSONValue(parsing: text) else { return nil }
    let restored = projection.restoring(json)
    return restored == json ? nil : JSONWriter().string(of: restored)
  }

  /// What is left of the body.
  private func rest(_ actor: isolated (any Actor)?) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try await body.next(isolation: actor) { bytes += piece }
    return bytes
  }
}

/// An answer with a status of failure.
struct HTTPFailure: Error {
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]

  /// Longer than any that was ever seen.
  private static let mostBytes = 1 << 20

  /// The status is known; its body is not worth more.
  private static let mostTime = Duration.seconds(5)

  /// Reads what an answer says about its failure, as far as that comes: its status tells most where the rest breaks off.
  init(_ response: HTTPResponse, _ clock: CallClock) async throws {
    let heard = Heard()
    do {
      try await withTimeLimit(Self.mostTime, clock) {
        for try await piece in response.body {
          guard heard.append(piece) < Self.mostBytes else { break }
        }
      }
    } catch is TransportError {} catch is TimeLimitReached {}
    self.init(status: response.status, headers: response.headers, body: heard.bytes)
  }

  /// What has come of a body so far.
  private final class Heard: Sendable {
    private let body = Mutex<[UInt8]>([])

    var bytes: [UInt8] { body.withLock { $0 } }

    /// How many bytes there are then.
    func append(_ piece: [UInt8]) -> Int {
      body.withLock { body in
        body += piece
        return body.count
      }
    }
  }

  private init(status: Int, headers: HTTPHeaders, body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// An answer with a status of success that is none.
struct AnswerFault: Error {
  let fault: WireFault
  let requestID: String?

  init(fault: WireFault, _ requestID: String?) {
    self.fault = fault
    self.requestID = requestID
  }
}

extension Projection {
  /// Whether a reply has to be put back into the shape of the schema.
  fileprivate var changesReplies: Bool { wrapper != nil || !nullsForMissing.isEmpty }
}

extension JSONValue {
  /// Reads an answer that came whole.
  init(answer bytes: [UInt8]) throws(WireFault) {
    do { self = try JSONValue(parsing: bytes.withoutByteOrderMark) } catch {
      throw .malformed(bytes.isEmpty ? "the answer is empty" : "the answer is no JSON: \(error.message)")
    }
  }
}

extension HTTPHeaders {
  /// What the provider calls the request.
  var requestID: String? { self["request-id"] ?? self["x-request-id"] ?? self["apim-request-id"] }
}
