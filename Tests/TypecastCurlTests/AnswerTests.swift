import CCurl
import Foundation
import LoopbackServer
import Testing
import Typecast

@testable import TypecastCurl

@Suite("Answers of every kind")
struct AnswerTests {
  private let transport = CurlTransport()

  private func text(_ request: HTTPRequest) async throws -> String {
    String(decoding: try await transport.send(request).body.bytes(), as: UTF8.self)
  }

  private func bytes(_ text: String) -> LoopbackServer.Step { .send(Array(text.utf8)) }

  @Test("An answer of an error is an answer, with what it says about when to come back")
  func rateLimited() async throws {
    let server = try LoopbackServer { _ in [.answer("later", status: "429 Too Many Requests", ["Retry-After: 7"])] }
    let response = try await transport.send(HTTPRequest("POST", server.url(), body: [1]))
    #expect(response.status == 429)
    #expect(response.headers["retry-after"] == "7")
    #expect(try await response.body.bytes() == Array("later".utf8))
    #expect(server.requestCount == 1)
    server.stop()
  }

  @Test("Bodies that are empty, that end with the connection, and that have headers behind them")
  func shapes() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/head": [bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")]
      case "/204": [bytes("HTTP/1.1 204 No Content\r\n\r\n")]
      case "/old": [bytes("HTTP/1.0 200 OK\r\n\r\nabc"), .close]
      default: [.chunkedHead(), .chunk("abc"), bytes("0\r\nX-Behind: 1\r\n\r\n")]
      }
    }
    let limits = TimeLimits(total: .seconds(600))
    #expect(try await text(HTTPRequest("HEAD", server.url("/head"), limits: limits)) == "")
    #expect(try await text(HTTPRequest("GET", server.url("/204"), limits: limits)) == "")
    #expect(try await text(HTTPRequest("GET", server.url("/old"), limits: limits)) == "abc")
    let response = try await transport.send(HTTPRequest("GET", server.url("/behind"), limits: limits))
    #expect(try await response.body.bytes() == Array("abc".utf8))
    #expect(response.headers["x-behind"] == nil)
    let withBody = HTTPRequest("HEAD", server.url("/head"), body: [1])
    #expect(await failure { _ = try await transport.send(withBody) }?.kind == .badRequest)
    server.stop()
  }

  @Test("A body is unpacked, and its limit counts what comes out")
  func packed() async throws {
    let server = try LoopbackServer { request in
      let accepts = request.headers["accept-encoding"]?.contains("gzip") == true
      return [
        accepts
          ? .packed(spaces: 100_000, ["Content-Length: \(Packed.gzip(spaces: 100_000).count)"])
          : .answer("not asked for")
      ]
    }
    var request = HTTPRequest("GET", server.url(), bodyLimit: 100_000)
    let response = try await transport.send(request)
    #expect(response.headers["content-encoding"] == nil)
    #expect(response.headers["content-length"] == nil)
    #expect(try await response.body.bytes() == [UInt8](repeating: 0x20, count: 100_000))
    request.bodyLimit = 99_999
    #expect(await failure { _ = try await transport.send(request).body.bytes() }?.kind == .tooLarge)
    server.stop()
  }

  @Test("A limit that is reached while a slow reader catches up ends the answer")
  func tooLargeBehindPause() async throws {
    let server = try LoopbackServer { _ in [.packed(spaces: 2 << 20), .waitForClose] }
    let limits = TimeLimits(total: .seconds(600))
    let request = HTTPRequest("GET", server.url(), limits: limits, bodyLimit: 300_000)
    #expect(await failure { _ = try await transport.send(request).body.bytes() }?.kind == .tooLarge)
    server.stop()
  }

  @Test("A head has a limit")
  func hugeHead() async throws {
    let line = "X-Long: " + String(repeating: "a", count: 50_000) + "\r\n"
    let server = try LoopbackServer { request in
      request.path == "/one"
        ? [bytes("HTTP/1.1 200 OK\r\nX: "), .send([UInt8](repeating: 0x61, count: 4 << 20)), .waitForClose]
        : [bytes("HTTP/1.1 200 OK\r\n")] + Array(repeating: bytes(line), count: 2000) + [.answer("{}")]
    }
    for path in ["/one", "/many"] {
      let request = HTTPRequest("GET", server.url(path), limits: TimeLimits(total: .seconds(600)))
      let kind = await failure { _ = try await transport.send(request) }?.kind
      #expect(kind == .tooLarge || kind == .malformed, "\(path): \(String(describing: kind))")
    }
    server.stop()
  }

  @Test("What stands behind a body counts as a part of the head, and has an end")
  func endlessTrailers() async throws {
    let line = "X-Long: " + String(repeating: "a", count: 2000) + "\r\n"
    let server = try LoopbackServer { _ in
      [.chunkedHead(), .chunk("{}"), bytes("0\r\n")] + Array(repeating: bytes(line), count: 1000) + [.waitForClose]
    }
    let request = HTTPRequest("GET", server.url(), limits: TimeLimits(total: .seconds(600)))
    #expect(await failure { _ = try await transport.send(request).body.bytes() }?.kind == .tooLarge)
    server.stop()
  }

  @Test("A body that can't be unpacked is no matter of the connection")
  func wronglyPacked() async throws {
    let server = try LoopbackServer { _ in
      let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n".utf8)
      return [.send(head + Packed.gzip(spaces: 10) + Array("junk".utf8)), .close]
    }
    #expect(
      await failure { _ = try await transport.send(HTTPRequest("GET", server.url())).body.bytes() }?.kind == .malformed)
    server.stop()
  }

  @Test("Too many open files are told from a server that is not there")
  func noSocket() throws {
    func kind(_ code: Int32) throws -> TransportError.Kind? {
      let request = HTTPRequest("GET", "http://h")
      let address = try RequestCheck.check(request)
      let transfer = Transfer(request, address, CurlTransport.Options(), CurlLoop(), start: .zero)
      transfer.noteNoSocket(code)
      return transfer.failure(for: CURLE_COULDNT_CONNECT)?.kind
    }
    #expect(try kind(EMFILE) == .other)
    #expect(try kind(ENFILE) == .other)
    #expect(try kind(EAFNOSUPPORT) == .refused)
  }

  @Test("A connection that was closed meanwhile is no failure of the next request")
  func closedMeanwhile() async throws {
    let server = try LoopbackServer { request in [.answer(String(decoding: request.body, as: UTF8.self)), .close] }
    for index in 0..<20 {
      #expect(try await text(HTTPRequest("POST", server.url(), body: Array("\(index)".utf8))) == "\(index)")
    }
    #expect(server.requestCount == 20)
    server.stop()
  }

  @Test("Limits of time may be as long and as short as a number can be")
  func extremeLimits() async throws {
    let server = try LoopbackServer { request in request.path == "/" ? [.answer("{}")] : [.waitForClose] }
    let most = Duration.seconds(Int64.max)
    let long = TimeLimits(connect: most, firstByte: most, idle: most, total: most)
    #expect(try await text(HTTPRequest("GET", server.url(), limits: long)) == "{}")
    for short in [Duration.zero, .seconds(-1), .nanoseconds(1)] {
      let limits = TimeLimits(firstByte: short)
      #expect(
        await failure { _ = try await transport.send(HTTPRequest("GET", server.url("/wait"), limits: limits)) }?.kind
          == .firstByteTimeout)
    }
    server.stop()
  }
}

/// Bodies that are much longer than they look.
enum Packed {
  /// A gzip of spaces, as stored blocks would be as long: this one repeats a space at distances of one.
  static func gzip(spaces count: Int) -> [UInt8] {
    // A fixed Huffman block: one literal, then copies of 258 bytes and of one byte less than three too few.
    var bits: [UInt8] = []
    var used = 8
    func put(_ value: Int, _ length: Int, highFirst: Bool = false) {
      for index in 0..<length {
        let bit = (value >> (highFirst ? length - 1 - index : index)) & 1
        if used == 8 {
          bits.append(0)
          used = 0
        }
        bits[bits.count - 1] |= UInt8(bit << used)
        used += 1
      }
    }
    func literal(_ byte: Int) { put(0x30 + byte, 8, highFirst: true) }
    put(1, 1)
    put(1, 2)
    let copies = (count - 1) / 258
    for _ in 0..<(count - copies * 258) { literal(0x20) }
    for _ in 0..<copies {
      put(0xC0 + 285 - 280, 8, highFirst: true)
      put(0, 5, highFirst: true)
    }
    put(0, 7)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits + littleEndian(checksum(spaces: count))
      + littleEndian(UInt32(truncatingIfNeeded: count))
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(spaces count: Int) -> UInt32 {
    var sum = UInt32.max
    for _ in 0..<count {
      sum ^= 0x20
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

extension LoopbackServer.Step {
  /// An answer that unpacks to spaces.
  static func packed(spaces count: Int, _ headers: [String] = ["Content-Length: 9999999"]) -> LoopbackServer.Step {
    let head = ["HTTP/1.1 200 OK", "Content-Encoding: gzip"] + headers
    return .send(Array((head + ["", ""]).joined(separator: "\r\n").utf8) + Packed.gzip(spaces: count))
  }
}
