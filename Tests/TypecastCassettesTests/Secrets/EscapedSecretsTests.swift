import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Secrets behind escapes and between them")
struct EscapedSecretsTests {
  private static let key = "sk-" + "abcdef1234567890abcdef"
  private let redaction = Redaction(values: ["hunter2/val\"ue+1"])
  private let scan = SecretScan(known: [("A_KEY", "hunter2/val\"ue+1")])

  /// What may stand before a key, and is no part of its word.
  private static let before = [
    #"\n"#, #"\t"#, #"\r"#, #"\b"#, #"\f"#, #"\u000a"#, #"\\n"#, #"\\\\n"#, "%20", "%3d", "%253D", "&#32;", "&quot;",
  ]

  @Test("A key behind an escape is taken out, and left it would be found", arguments: before)
  func keys(before: String) {
    let text = #"{"a":"b\#(before)\#(Self.key) c"}"#
    #expect(redaction.redacted(text: text) == #"{"a":"b\#(before)REDACTED c"}"#)
    for exchange in [sample(text), sample(answer: [text]), sample(url: "http://h/?q=\(text)")] {
      #expect(scan.findings(in: exchange).count == 1)
      #expect(scan.findings(in: redaction.redacted(exchange)) == [])
    }
  }

  @Test(
    "A key of which letters are escaped",
    arguments: [
      "\\u0073k-abcdef1234567890abcdef", "sk-abcdef\\u0031234567890abcdef", "%73k%2dabcdef1234567890abcdef",
      "sk&#45;abcdef1234567890abcdef", "\\\\u0073k-abcdef1234567890abcdef",
    ])
  func letters(key: String) {
    let text = #"{"a":"b \#(key) c"}"#
    #expect(redaction.redacted(text: text) == #"{"a":"b REDACTED c"}"#)
  }

  @Test(
    "A value in any form",
    arguments: [
      #"hunter2/val"ue+1"#, #"hunter2\/val\"ue+1"#, #"hunter2\\/val\\\"ue+1"#, #"hunter2\u002fval\u0022ue\u002B1"#,
      "hunter2%2Fval%22ue%2B1", "hunter2/val%22ue%2b1", "hunter2/val&quot;ue&#43;1", "hunter2/val&#x22;ue+1",
      "%68%75%6E%74%65%72%32%2F%76%61%6C%22%75%65%2B%31", "hunter2%252Fval%2522ue%252B1",
    ])
  func values(form: String) {
    #expect(redaction.redacted(text: "<\(form)>") == "<REDACTED>")
  }

  @Test(
    "A value beyond ASCII", arguments: ["clé-1234-😀", "cl%C3%A9-1234-%F0%9F%98%80", #"cl\u00e9-1234-\ud83d\ude00"#])
  func beyond(form: String) {
    #expect(Redaction(values: ["clé-1234-😀"]).redacted(text: "a \(form) b") == "a REDACTED b")
  }

  @Test(
    "What is no secret stays as it is, byte for byte",
    arguments: [
      #"{"a":"C:\\task-abcdef1234567890abcdef"}"#, #"\u00zz %zz & &; &#; &#x; &#x110000; \ud800 \ud83d\ude00 \"#, "%",
      "%2",
      #"a\"#, #"\u12"#, "&amp", "100% sure & \\done", #"\ud83dsk-abcdef1234567890abcdef"#, "",
    ])
  func clean(text: String) {
    let exchange = sample(text, answer: [text])
    #expect(redaction.redacted(exchange) == exchange)
  }

  @Test(
    "A stream of arrays, and one that is an array",
    arguments: [
      (
        #"[{"t":"a sk-abcdef"},"# + "\r\n" + #"{"t":"1234567890abcdef"}]"#,
        #"[{"t":"a REDACTED"},"# + "\r\n" + #"{"t":""}]"#
      ),
      (
        "[\n {\n  \"t\": \"sk-abcdef\"\n },\n {\n  \"t\": \"1234567890abcdef\"\n }\n]",
        "[\n {\n  \"t\": \"REDACTED\"\n },\n {\n  \"t\": \"\"\n }\n]"
      ),
      (
        "data: [{\"t\":\"sk-abcdef\"}]\n\ndata: [{\"t\":\"1234567890abcdef\"}]\n\n",
        "data: [{\"t\":\"REDACTED\"}]\n\ndata: [{\"t\":\"\"}]\n\n"
      ),
      (
        "[{\"t\":\"sk-abcdef\"},{\"u\":1}]\n[{\"u\":2},{\"t\":\"1234567890abcdef\"}]\n",
        "[{\"t\":\"REDACTED\"},{\"u\":1}]\n[{\"u\":2},{\"t\":\"\"}]\n"
      ),
    ])
  func arrays(body: String, expected: String) {
    let exchange = sample(answer: [body])
    let redacted = redaction.redacted(exchange)
    #expect(redacted.response.map { String(decoding: $0.body, as: UTF8.self) } == expected)
    #expect(scan.findings(in: exchange).count == 1)
    #expect(scan.findings(in: redacted) == [])
  }

  @Test("The elements of an array that are texts are not put together")
  func texts() {
    let exchange = sample(answer: [#"["sk-abcdef","1234567890abcdef"]"#])
    #expect(redaction.redacted(exchange) == exchange)
    #expect(scan.findings(in: exchange) == [])
  }

  @Test("Many keys that a stream spells out in one piece or in two")
  func many() {
    let count = 3_000
    let one = "{\"t\":\"\(Self.key) \"}\n"
    let two = "{\"t\":\"sk-abcdef\"}\n{\"t\":\"1234567890abcdef \"}\n"
    let redacted = redaction.redacted(sample(answer: Array(repeating: one + two, count: count)))
    let expected = "{\"t\":\"REDACTED \"}\n{\"t\":\"REDACTED\"}\n{\"t\":\" \"}\n"
    #expect(
      redacted.response?.chunks.map { String(decoding: $0.bytes, as: UTF8.self) }
        == Array(repeating: expected, count: count))
  }

  @Test("Deeply nested texts take no time of their own", .timeLimit(.minutes(10)))
  func deep() {
    let depth = 50_000
    let body =
      "{\"a\":" + String(repeating: "[\"x\",", count: depth) + "\"\(Self.key)\"" + String(repeating: "]", count: depth)
      + "}"
    let redacted = redaction.redacted(sample(answer: [body]))
    #expect(redacted.response?.body.count == body.utf8.count - Self.key.utf8.count + 8)
    #expect(scan.findings(in: redacted) == [])
  }
}
