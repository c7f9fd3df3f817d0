import Testing

@testable import TypecastCassettes

@Suite("Cassettes of VCR and vcrpy become exchanges")
struct VCRTests {
  private func items(_ text: String) throws -> [ImportedItem] {
    var reader = try VCRReader(Array(text.utf8), path: "a.yml")
    var items: [ImportedItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }

  private func exchanges(_ text: String) throws -> [Exchange] { try items(text).map { try $0.result.get().exchange } }

  private func refusal(_ body: String) throws -> String? {
    let text = "interactions:\n- request: {method: GET, uri: u}\n  response:\n    status: {code: 200}\n    \(body)\n"
    guard case .failure(let refusal)? = try items(text).first?.result else { return nil }
    return refusal.reason
  }

  /// The body of an answer in the manner of Ruby.
  private func body(_ body: String) throws -> [UInt8]? {
    let text =
      "http_interactions:\n- request: {method: get, uri: u}\n  response:\n    status: {code: 200}\n    body:\n      \(body)\n"
    return try exchanges(text).first?.response?.body
  }

  @Test("A cassette of VCR for Ruby")
  func ruby() throws {
    let text = """
      ---
      http_interactions:
      - request:
          method: post
          uri: https://h/v1?a=b
          body:
            encoding: UTF-8
            string: '{"q":"é"}'
          headers:
            Accept:
            - "*/*"
            X-Twice:
            - a
            - '2'
        response:
          status:
            code: 201
            message: Created
          headers:
            Content-Type:
            - text/event-stream
          body:
            encoding: ASCII-8BIT
            base64_string: |
              ZGF0YTog
              /wo=
          http_version:
        recorded_at: Tue, 01 Nov 2011 04:58:44 GMT
      - request:
          method: :get
          uri: http://h/
          body:
            encoding: US-ASCII
            string: ''
          headers: {}
        response:
          status: {code: 204, message: }
          headers: {}
          body:
            encoding: UTF-8
            string:
      recorded_with: VCR 6.1.0

      """
    let items = try items(text)
    #expect(items.map(\.line) == [3, 29] && items.map(\.index) == [0, 1])
    let imported = try items[0].result.get()
    #expect(imported.about == "VCR 6.1.0" && imported.origin == .recorded && imported.id == nil)
    #expect(
      imported.exchange
        == Exchange(
          date: RecordingDate("2011-11-01T04:58:44Z"),
          RecordedRequest(
            "POST", "https://h/v1?a=b",
            headers: [RecordedHeader("Accept", "*/*"), RecordedHeader("X-Twice", "a"), RecordedHeader("X-Twice", "2")],
            body: Array("{\"q\":\"é\"}".utf8)),
          .response(
            RecordedResponse(
              201, headers: [RecordedHeader("Content-Type", "text/event-stream")],
              chunks: [RecordedResponse.Chunk(Array("data: ".utf8) + [0xFF, 0x0A])]))))
    #expect(
      try items[1].result.get().exchange
        == Exchange(RecordedRequest("GET", "http://h/"), .response(RecordedResponse(204))))
  }

  @Test("A cassette of vcrpy, whose headers and bodies may be anything that Python prints")
  func python() throws {
    let text = """
      interactions:
      - request:
          body: !!binary |
            /wAB
          headers:
            Accept:
            - '*/*'
            Content-Length: 3
          method: POST
          uri: http://h/
        response:
          body:
            string: "h\\xE9llo \\u2013 \\U0001F600\\n\\ttab  \\n"
          headers:
            X: &id001
            - '1'
            - "2"
            Y: *id001
          status:
            code: 200
            message: OK
      - request:
          body: null
          headers: {}
          method: GET
          uri: http://h/
        response:
          content: '{"a":1}'
          headers: {x: [y]}
          http_version: HTTP/1.1
          status_code: 429
      version: 1

      """
    let exchanges = try exchanges(text)
    #expect(exchanges[0].request.body == [0xFF, 0, 1])
    #expect(exchanges[0].request.headers == [RecordedHeader("Accept", "*/*"), RecordedHeader("Content-Length", "3")])
    #expect(exchanges[0].response?.body == Array("héllo – 😀\n\ttab  \n".utf8))
    #expect(
      exchanges[0].response?.headers
        == ["X", "X", "Y", "Y"].enumerated().map { RecordedHeader($1, $0 % 2 == 0 ? "1" : "2") })
    #expect(exchanges[1].request.body == [] && exchanges[1].response?.status == 429)
    #expect(exchanges[1].response?.body == Array("{\"a\":1}".utf8))
  }

  @Test("JSON cassettes, with what libyaml does not know of JSON")
  func json() throws {
    let ruby = #"""
      {"http_interactions":[{"request":{"method":"get","uri":"http:\/\/h\/","body":{"encoding":"UTF-8","string":""},
      "headers":{"A":["b"]}},"response":{"status":{"code":200,"message":"OK"},"headers":{},
      "body":{"encoding":"UTF-8","string":"\ud83d\ude00\u0000null"}},"recorded_at":"x"}],"recorded_with":"VCR 6"}
      """#
    let python = #"""
      {"version": 1, "interactions": [{"request": {"method": "POST", "uri": "http://h/", "body": "null", "headers": {}},
      "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": "123"}}}]}
      """#
    #expect(try exchanges(ruby).first?.response?.body == Array("😀\u{0}null".utf8))
    #expect(try exchanges(python).first?.request.body == Array("null".utf8))
    #expect(try exchanges(python).first?.response?.body == Array("123".utf8))
  }

  @Test("Encodings of Ruby")
  func encodings() throws {
    #expect(try body("{encoding: ISO-8859-1, string: café}") == Array("caf".utf8) + [0xE9])
    #expect(try body("{encoding: ASCII-8BIT, string: !binary /w==}") == [0xFF])
    #expect(try body("{encoding: ASCII-8BIT, base64_string: !binary TDNjOVBRPT0=}") == [0x2F, 0x77, 0x3D, 0x3D])
    #expect(try body("{encoding: Shift_JIS, string: plain}") == Array("plain".utf8))
    #expect(try body("{string: é}") == Array("é".utf8))
    #expect(try body("{string: 1.50}") == Array("1.50".utf8))
    #expect(try body("{string: true}") == Array("true".utf8))
    #expect(try body("{string: 'null'}") == Array("null".utf8))
    #expect(try body("{string: null}") == [])
  }

  @Test(
    "What is not whole, or would be made by a program, is refused",
    arguments: [
      ("body: {encoding: Shift_JIS, string: é}", "encoding 'Shift_JIS'"), ("parsed_body: {a: 1}", "as a value"),
      ("body: {encoding: ISO-8859-1, string: €}", "encoding 'ISO-8859-1'"), ("body: [a]", "a list"),
      ("body: {base64_string: '?'}", "base64"), ("body: !!binary '?'", "base64"),
      ("body: {x: 1}", "neither a 'string'"),
      ("body: {string: [a]}", "no text"), ("headers: [a]", "no mapping"), ("headers: {a: {b: c}}", "'a' is no text"),
      ("headers: {a: !!binary /w==}", "'a' is no text"),
      ("body: !!python/object/apply:os.system ['true']", "never made"),
      ("body: !!python/name:os.system ''", "never made"), ("body: {string: !ruby/regexp /a/}", "never made"),
      ("body: {string: !!python/object/new:io.BytesIO {state: [x]}}", "never made"),
      ("body: !ruby/object:Gem::Requirement {x: y}", "never made"),
    ])
  func refused(body: String, reason: String) throws {
    let refusal = try refusal(body)
    #expect(refusal?.contains(reason) == true, "\(refusal ?? "taken")")
  }

  @Test("What has no request, no answer or no status is refused, and the rest is taken")
  func incomplete() throws {
    let text = """
      interactions:
      - {}
      - 7
      - !ruby/struct:VCR::HTTPInteraction {request: x}
      - {request: {method: GET, uri: u}, response: {}}
      - {request: {method: GET, uri: u}, response: {status: {code: 99}}}
      - {request: {uri: u}, response: {status: {code: 200}}}
      - {request: {method: GET}, response: {status: {code: 200}}}
      - {request: {method: GET, uri: u}, response: {status: {code: 200}}}
      """
    let items = try items(text)
    #expect(items.map(\.line) == Array(2...9))
    #expect(items.map { (try? $0.result.get()) != nil } == [false, false, false, false, false, false, false, true])
  }

  @Test(
    "What is no cassette is refused with its line",
    arguments: [
      ("", 1, "empty"), ("a: b", 1, "no list"), ("interactions: 7", 1, "no list"), ("- a", 1, "no list"),
      ("interactions: []\n---\na: b", 2, "second document"), ("a: [", 2, "no YAML"), ("a:\n\tb", 2, "no YAML"),
      ("a: 1\na: 2", 2, "twice"), ("? [a]\n: b", 1, "no text"), ("a: *b", 1, "not there yet"),
      ("a: &b [*b]", 1, "not there yet"), ("\u{1}", 1, "no YAML"), ("{", 2, "no YAML"), ("{\"a\": 1}", 1, "no list"),
    ])
  func malformed(text: String, line: Int, reason: String) {
    #expect {
      try VCRReader(Array(text.utf8), path: "a.yml")
    } throws: { error in
      guard let error = error as? CassetteError else { return false }
      return error.path == "a.yml" && error.line == line && error.reason.contains(reason)
    }
  }

  @Test("Dates of HTTP")
  func dates() {
    #expect(RecordingDate(http: "Tue, 01 Nov 2011 04:58:44 GMT")?.description == "2011-11-01T04:58:44Z")
    for text in [
      "", "Tue, 1 Nov 2011 04:58:44 GMT", "Tue, 31 Feb 2011 04:58:44 GMT", "Tue, 01 Foo 2011 04:58:44 GMT",
      "a b c d e f",
    ] {
      #expect(RecordingDate(http: text) == nil)
    }
  }
}
