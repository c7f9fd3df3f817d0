import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Lines of JSON become exchanges, and exchanges lines")
struct ExchangeLineTests {
  private func read(_ line: String) throws(RefusedExchange) -> ImportedExchange {
    try ExchangeLine.exchange(Array(line.utf8)[...])
  }

  private func refusal(_ line: String) -> RefusedExchange? {
    do throws(RefusedExchange) {
      _ = try read(line)
      return nil
    } catch { return error }
  }

  private func recorded(_ response: String, request: String = #"{"text":"q"}"#, more: String = "") -> String {
    #"{"id":"chat/1","server":"ollama 1","note":"","request":{"method":"POST","path":"/api/chat?x=1","#
      + #""headers":[["Host","h:1"],["A","b"]],"body":\#(request)},"started":1795223763.99,"elapsed":2.5\#(more)"#
      + (response.isEmpty ? "}" : #","response":\#(response)}"#)
  }

  @Test("A line with chunks and times")
  func chunks() throws {
    let imported = try read(
      recorded(
        #"{"status":200,"headers":[["C","d"]],"head_at":0.003861,"end":"complete","#
          + #""chunks":[{"t":0.001917,"text":"a"},{"t":7.3e-05,"text":""},{"t":1,"base64":"/w=="}],"body":{"base64":"Yf8="}}"#
      ))
    #expect(imported.id == "chat/1" && imported.about == "ollama 1" && imported.origin == .recorded)
    let exchange = imported.exchange
    #expect(exchange.note == nil && exchange.date?.description == "2026-11-21T01:16:03Z")
    #expect(
      exchange.request
        == RecordedRequest(
          "POST", "http://h:1/api/chat?x=1", headers: [RecordedHeader("Host", "h:1"), RecordedHeader("A", "b")],
          body: Array("q".utf8)))
    #expect(
      exchange.response
        == RecordedResponse(
          200, headers: [RecordedHeader("C", "d")], at: .microseconds(3861),
          chunks: [
            RecordedResponse.Chunk([0x61], at: .microseconds(1917)), RecordedResponse.Chunk([], at: .microseconds(73)),
            RecordedResponse.Chunk([0xFF], at: .seconds(1)),
          ]))
  }

  @Test("A line without chunks came at once, in the end")
  func whole() throws {
    let exchange = try read(recorded(#"{"status":404,"head_at":1,"body":{"text":"no"}}"#, request: "null")).exchange
    #expect(exchange.request.body == [])
    #expect(exchange.response?.chunks == [RecordedResponse.Chunk(Array("no".utf8), at: .milliseconds(2500))])
    #expect(try read(recorded(#"{"status":204,"body":{"text":""}}"#)).exchange.response?.chunks == [])
  }

  @Test(
    "An answer that broke off",
    arguments: ["truncated (connection closed before the last chunk)", "cancelled by client"])
  func cut(end: String) throws {
    let exchange = try read(recorded(#"{"status":200,"end":"\#(end)","body":{"text":"x"}}"#)).exchange
    #expect(exchange.response?.failure == RecordedFailure(TransportError(.cut, end), at: .milliseconds(2500)))
  }

  @Test(
    "A request without an answer",
    arguments: [
      ("ConnectionRefusedError: [Errno 111] Connection refused", "refused"),
      ("TimeoutError: timed out", "timeout.firstByte"),
      ("ConnectionError: closed before the response head ended: b''", "reset"), ("ECONNRESET", "reset"),
      ("net::ERR_NAME_NOT_RESOLVED", "dns"), ("socket.gaierror: [Errno -2] Name or service not known", "dns"),
      ("net::ERR_CONNECTION_TIMED_OUT", "timeout.connect"), ("ssl.SSLCertVerificationError", "tls"),
      ("net::ERR_TOO_MANY_REDIRECTS", "redirect"), ("something else", "other"),
    ])
  func failures(words: String, kind: String) throws {
    let exchange = try read(recorded("", more: #","error":"\#(words)""#)).exchange
    let error = TransportError(TransportError.Kind(rawValue: kind), words)
    #expect(exchange.outcome == .failure(RecordedFailure(error, at: .milliseconds(2500))))
  }

  @Test("What fails behind the beginning of an answer is cut or stalls")
  func lateFailures() throws {
    let response = #"{"status":200,"body":{"text":"x"}}"#
    for (words, kind) in [
      ("ConnectionResetError", TransportError.Kind.cut), ("timed out", .idleTimeout), ("odd", .cut),
    ] {
      let exchange = try read(recorded(response, more: #","error":"\#(words)""#)).exchange
      #expect(exchange.response?.failure?.error.kind == kind)
    }
  }

  @Test("A line of whole bodies")
  func collected() throws {
    let line =
      #"{"id":"p-1","method":"POST","url":"https://h/v1","request_headers":{"A":"b"},"request_body":"é","#
      + #""request_body_encoding":"text","status":200,"response_headers":{"content-encoding":"gzip","Content-Length":"2","#
      + #""C":["d","e"]},"response_body":"AP8K","response_body_encoding":"base64","fidelity":"recorded-reserialised","#
      + #""source_repo":"o/r","path":"p.yml","request_elided":1}"#
    let imported = try read(line)
    #expect(imported.origin == .recorded)
    #expect(imported.exchange.note == "recorded-reserialised, long base64 is elided, from o/r p.yml")
    #expect(imported.exchange.request.body == Array("é".utf8))
    // The body was decompressed: what speaks of the compressed one is gone.
    #expect(
      imported.exchange.response
        == RecordedResponse(
          200, headers: [RecordedHeader("C", "d"), RecordedHeader("C", "e")],
          chunks: [RecordedResponse.Chunk([0, 0xFF, 0x0A])]))
  }

  @Test("An answer whose collector made up its status was not recorded")
  func inferred() throws {
    let imported = try read(
      #"{"id":"p","method":"POST","url":"https://h/","request_body":"","request_body_encoding":"absent","status":400,"#
        + #""response_body":"{}","fidelity":"response-only","status_inferred":true}"#)
    #expect(imported.origin == .authored)
    #expect(imported.exchange.note == "response-only, the status is inferred, the request was not kept")
  }

  @Test(
    "What is not whole is refused, and by its name",
    arguments: [
      (#"{"status":200,"body":{"text_head":"a","text_tail":"b","total_chars":9}}"#, "only the beginning and the end"),
      (#"{"status":200,"chunks_dropped":[40,300],"body":{"text":"a"}}"#, "chunks of the answer were dropped"),
      (#"{"status":200,"chunks_dropped":3,"body":{"text":"a"}}"#, "chunks of the answer were dropped"),
      (#"{"status":200,"chunks":[{"t":1,"text":"a"}],"body":{"text":"ab"}}"#, "are not its body"),
      (#"{"status":200,"chunks":[{"t":1,"text":"ab"},{"t":1,"text":"c"}],"body":{"text":"ab"}}"#, "are not its body"),
      (#"{"status":200,"body":{"base64":"?"}}"#, "base64"), (#"{"status":200,"body":7}"#, "neither 'text' nor"),
      (#"{"status":99,"body":{"text":""}}"#, "no status"), (#"{"status":"200","body":{"text":""}}"#, "no number"),
      (#"{"status":200,"head_at":-1}"#, "no time"), (#"{"status":200,"head_at":1e300}"#, "no time"),
      (#"{"status":200,"chunks":[{"text":"a"}],"body":{"text":"a"}}"#, "has no time"),
      (#"{"status":200,"headers":[["a"]]}"#, "no headers"), (#"{"status":200,"headers":[["","b"]]}"#, "no headers"),
      (#"{"status":200,"headers":"x"}"#, "no headers"), ("[]", "no object"),
      ("", "neither a 'response' nor an 'error'"),
    ])
  func refused(response: String, reason: String) {
    let refusal = refusal(recorded(response))
    #expect(refusal?.id == "chat/1")
    #expect(refusal?.reason.contains(reason) == true, "\(refusal?.reason ?? "taken")")
  }

  @Test("Chunks that none were dropped of are whole")
  func noneDropped() {
    #expect(refusal(recorded(#"{"status":200,"chunks_dropped":0,"body":{"text":"a"}}"#)) == nil)
    #expect(refusal(recorded(#"{"status":200,"chunks_dropped":null,"body":{"text":"a"}}"#)) == nil)
  }

  @Test(
    "Lines of other shapes are refused",
    arguments: [
      ("", "no JSON"), ("{", "no JSON"), ("[]", "no object"), ("{}", "no shape"), (#"{"request":{}}"#, "no 'path'"),
      (#"{"request":{"path":"/x","method":"GET"}}"#, "neither a 'url' nor a host"),
      (#"{"request":{"url":"http://h/"},"error":"x"}"#, "no 'method'"), (#"{"request":{},"request":{}}"#, "no JSON"),
      (#"{"id":"x","url":"u","method":"GET","status":200,"response_body":{}}"#, "no text"),
      (#"{"url":"u","method":"GET","status":200,"response_body":"x","response_body_encoding":"br"}"#, "encoding 'br'"),
      (#"{"url":"u","method":"GET","status":200,"response_body":"\ud800"}"#, "no JSON"),
    ])
  func malformed(line: String, reason: String) {
    #expect(refusal(line)?.reason.contains(reason) == true, "\(refusal(line)?.reason ?? "taken")")
  }

  @Test("What is written is read again")
  func roundTrip() throws {
    var dice = Dice(state: 1)
    for exchange in randomExchanges(300, &dice) {
      let line = ExchangeLine.bytes(of: exchange, .authored, about: "it")
      #expect(!line.contains(0x0A))
      let imported = try ExchangeLine.exchange(line[...])
      var again = imported.exchange
      again.id = imported.id
      #expect(again == exchange)
      #expect(imported.about == "it" && imported.origin == .authored)
    }
  }
}
