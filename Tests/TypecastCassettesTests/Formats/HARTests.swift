import Testing
import Typecast
import TypecastJSON

@testable import TypecastCassettes

@Suite("HTTP archives become exchanges, and exchanges an HTTP archive")
struct HARTests {
  private func items(_ text: String) throws -> [ImportedItem] {
    var reader = try HARReader(Array(text.utf8), path: "a.har")
    var items: [ImportedItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }

  private func entry(
    request: String = "", response: String = #""status":200,"content":{"size":2,"mimeType":"x","text":"hi"}"#,
    more: String = ""
  ) -> String {
    #"{"startedDateTime":"2009-04-16T12:07:25.123+01:00","time":50,"request":{"method":"GET","url":"https://h/p","#
      + #""headers":[{"name":":path","value":"/p"},{"name":"A","value":"b"}]\#(request)},"#
      + #""response":{"headers":[{"name":"C","value":"d"}],\#(response)},"#
      + #""timings":{"blocked":1.5,"dns":-1,"connect":2,"ssl":1,"send":0,"wait":3.861,"receive":4}\#(more)}"#
  }

  private func archive(_ entries: String...) -> String {
    #"{"log":{"version":"1.2","comment":"all","entries":["# + "\n" + entries.joined(separator: ",\n") + "]}}"
  }

  private func only(_ entry: String) throws -> ImportedExchange {
    try #require(try items(archive(entry)).first).result.get()
  }

  @Test("An entry of a browser")
  func browser() throws {
    let imported = try only(
      entry(
        request: #","bodySize":3,"postData":{"mimeType":"t","text":"é!"}"#,
        more: #","comment":"one","_initiator":{"type":"other"}"#))
    #expect(imported.id == nil && imported.about == "all" && imported.origin == .recorded)
    #expect(imported.exchange.note == "one" && imported.exchange.date?.description == "2009-04-16T11:07:25Z")
    // A name that begins with a colon is of HTTP/2 and no header.
    #expect(
      imported.exchange.request
        == RecordedRequest("GET", "https://h/p", headers: [RecordedHeader("A", "b")], body: Array("é!".utf8)))
    #expect(
      imported.exchange.response
        == RecordedResponse(
          200, headers: [RecordedHeader("C", "d")], at: .microseconds(7361),
          chunks: [RecordedResponse.Chunk(Array("hi".utf8), at: .microseconds(11361))]))
  }

  @Test("Bodies in base64, and headers that speak of a compressed one")
  func base64() throws {
    let response =
      #""status":200,"headers":[{"name":"Content-Encoding","value":"gzip"},{"name":"content-length","value":"99"}],"#
      + #""content":{"size":3,"text":"AP8K","encoding":"base64"}"#
    let exchange = try only(
      entry(request: #","postData":{"text":"/w==","encoding":"base64"}"#).replacing(
        #""headers":[{"name":"C","value":"d"}],"status":200,"content":{"size":2,"mimeType":"x","text":"hi"}"#,
        with: response)
    ).exchange
    #expect(exchange.request.body == [0xFF])
    #expect(exchange.response?.body == [0, 0xFF, 0x0A])
    #expect(exchange.response?.headers == [])
  }

  @Test(
    "Requests without an answer",
    arguments: [
      (#""status":0,"_error":"net::ERR_CONNECTION_REFUSED""#, "refused"),
      (#""status":0,"_error":"net::ERR_ABORTED""#, "reset"),
      (#""status":0"#, "other"), (#""status":0,"_error":"""#, "other"),
    ])
  func failures(response: String, kind: String) throws {
    guard case .failure(let failure) = try only(entry(response: response)).exchange.outcome else {
      Issue.record("There is an answer.")
      return
    }
    #expect(failure.error.kind.rawValue == kind && !failure.error.message.isEmpty)
    #expect(failure.time == .microseconds(11361))
  }

  @Test(
    "What is not whole or malformed is refused, with its line",
    arguments: [
      ("", #""status":200,"content":{"size":7,"mimeType":"x"}"#, "saved without it"),
      ("", #""status":200,"content":{"size":7,"text":"hi"}"#, "2 of 7 bytes"),
      ("", #""status":200,"content":{"text":"?","encoding":"base64"}"#, "base64"),
      ("", #""status":200,"content":{"text":"x","encoding":"br"}"#, "encoding 'br'"),
      ("", #""status":1000,"content":{}"#, "no status"), ("", #""status":1.5,"content":{}"#, "no status"),
      ("", #""status":1e30,"content":{}"#, "no status"),
      (#","bodySize":9"#, #""status":200"#, "the request is not there"),
      (#","postData":{"params":[{"name":"a","value":"b"}]}"#, #""status":200"#, "parameters only"),
    ])
  func refused(request: String, response: String, reason: String) throws {
    let items = try items(archive(entry(), entry(request: request, response: response), entry()))
    #expect(items.map(\.line) == [2, 3, 4] && items.map(\.index) == [0, 1, 2])
    guard case .failure(let refusal) = items[1].result else {
      Issue.record("It is taken.")
      return
    }
    #expect(refusal.reason.contains(reason), "\(refusal.reason)")
    #expect((try? items[0].result.get()) != nil && (try? items[2].result.get()) != nil)
  }

  @Test("Answers that need no body, or whose size nobody knew")
  func bodiless() throws {
    for response in [#""status":304,"content":{"size":0}"#, #""status":200"#, #""status":200,"content":{"size":-1}"#] {
      #expect(try only(entry(response: response)).exchange.response?.chunks == [])
    }
  }

  @Test("Chunks of ours that do not fit are refused")
  func chunks() throws {
    for chunks in [
      "[]", #"[{"at":0,"bytes":1}]"#, #"[{"at":0,"bytes":3}]"#, #"[{"at":0,"bytes":-1},{"at":0,"bytes":3}]"#, "[1]",
      #"[{"at":0,"bytes":9223372036854775807},{"at":0,"bytes":9223372036854775807}]"#,
    ] {
      let items = try items(archive(entry(more: #","_typecast":{"id":"x","chunks":\#(chunks)}"#)))
      guard case .failure(let refusal) = items[0].result else {
        Issue.record("\(chunks)")
        continue
      }
      #expect(refusal.id == "x" && refusal.reason.contains("chunks"))
    }
  }

  @Test(
    "What is no archive is refused with its line",
    arguments: [
      ("", 1), ("[]", 1), ("{}", 1), ("{\"log\":{}}", 1), ("{\"log\":{\"entries\":{}}}", 1), ("{\n\"log\":\n}", 3),
    ])
  func malformed(text: String, line: Int) {
    #expect {
      try HARReader(Array(text.utf8), path: "a.har")
    } throws: { error in
      let error = error as? CassetteError
      return error?.path == "a.har" && error?.line == line && error?.reason.hasPrefix("is no HAR") == true
    }
  }

  @Test("What is written is read again")
  func roundTrip() throws {
    var dice = Dice(state: 2)
    let exchanges = randomExchanges(300, &dice)
    var writer = HARWriter()
    var bytes = writer.start(version: "1")
    for exchange in exchanges { bytes += writer.entry(of: exchange, .authored, about: "it") }
    bytes += writer.end
    let items = try items(String(decoding: bytes, as: UTF8.self))
    #expect(items.count == exchanges.count)
    for (item, exchange) in zip(items, exchanges) {
      let imported = try item.result.get()
      var again = imported.exchange
      again.id = imported.id
      #expect(again == exchange)
      #expect(imported.about == "it" && imported.origin == .authored)
    }
  }

  @Test("An entry has what HAR 1.2 asks for")
  func members() throws {
    let exchange = Exchange(
      date: RecordingDate(seconds: 0),
      RecordedRequest("POST", "http://h/p?a=b&c#d=e", headers: [RecordedHeader("Content-Type", "t")], body: [0xFF]),
      .response(RecordedResponse(302, headers: [RecordedHeader("location", "/x")], at: .milliseconds(5))))
    var writer = HARWriter()
    let archive = try JSONValue(
      parsing: writer.start(version: "1") + writer.entry(of: exchange, .recorded, about: nil) + writer.end)
    #expect(archive["log"]?["version"] == "1.2" && archive["log"]?["creator"] == ["name": "typecast", "version": "1"])
    let entry = try #require(archive["log"]?["entries"]?[0])
    #expect(entry["startedDateTime"] == "1970-01-01T00:00:00Z" && entry["time"] == 5)
    #expect(entry["timings"] == ["send": 0, "wait": 5, "receive": 0])
    let request = try #require(entry["request"])
    #expect(request["queryString"] == [["name": "a", "value": "b"], ["name": "c", "value": ""]])
    #expect(request["postData"] == ["mimeType": "t", "text": "/w==", "encoding": "base64"])
    let response = try #require(entry["response"])
    #expect(response["redirectURL"] == "/x" && response["content"] == ["size": 0, "mimeType": "", "text": ""])
    for (object, names) in [
      (request, ["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"]),
      (
        response,
        [
          "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
          "bodySize",
        ]
      ),
      (entry, ["startedDateTime", "time", "request", "response", "cache", "timings"]),
    ] {
      for name in names { #expect(object[name] != nil, "\(name)") }
    }
  }
}
