import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Secrets that are known by their name or their value")
struct NamedSecretsTests {
  private let redaction = Redaction(values: ["hunter2/val\"ue+1"])

  @Test(
    "Addresses",
    arguments: [
      ("https://h/p?a=1;key=abc", "https://h/p?a=1;key=REDACTED"),
      ("https://h/p?%6bey=abc", "https://h/p?%6bey=REDACTED"),
      ("https://h/p#access_token=abc&b=1", "https://h/p#access_token=REDACTED&b=1"),
      ("https://h/p?client_secret=a;b&password=c", "https://h/p?client_secret=REDACTED&password=REDACTED"),
      ("https://h/p?to=https%3A%2F%2Fu%3Ap%40h%2F", "https://h/p?to=https%3A%2F%2FREDACTED%40h%2F"),
      ("https://h/p?keys=abc;monkey=1#key", "https://h/p?keys=abc;monkey=1#key"),
    ])
  func addresses(before: String, after: String) {
    #expect(redaction.redacted(address: before) == after)
    #expect(redaction.redacted(address: after) == after)
  }

  @Test(
    "Lines: headers, messages and notes",
    arguments: [
      ("GET http://h/x?key=abc: reset", "GET http://h/x?key=REDACTED"),
      ("<http://h/?token=abc>; rel=next", "<http://h/?token=REDACTED>; rel=next"),
      ("from http://u:p@h/ and so on", "from http://REDACTED@h/ and so on"),
      ("git clone ssh://git@h/x", "git clone ssh://git@h/x"),
      ("authorization: bearer abcdefghijklmnop1", "authorization: bearer REDACTED"),
      ("Bearer of good news, bearer YOUR_API_KEY_IS_HERE", "Bearer of good news, bearer YOUR_API_KEY_IS_HERE"),
    ])
  func lines(before: String, after: String) {
    #expect(redaction.redacted(text: before).hasPrefix(after))
    let failure = RecordedFailure(TransportError(.reset, before), at: .zero)
    let exchange = redaction.redacted(Exchange(sample().request, .failure(failure)))
    guard case .failure(let redacted) = exchange.outcome else { return #expect(Bool(false)) }
    #expect(redacted.error.message.hasPrefix(after))
  }

  @Test(
    "Headers",
    arguments: [
      ("location", "/cb?access_token=abc", "/cb?access_token=REDACTED"),
      ("Referer", "http://h/?api_key=a", "http://h/?api_key=REDACTED"),
      ("x-access-token", "a", "REDACTED"), ("X-Authorization", "a", "REDACTED"),
      ("ocp-apim-subscription-key", "a", "REDACTED"),
      ("x-ratelimit-remaining-tokens", "12", "12"), ("x-request-id", "a1b2", "a1b2"), ("x-access-token", "", ""),
    ])
  func headers(name: String, before: String, after: String) {
    #expect(redaction.redacted(sample(headers: [RecordedHeader(name, before)])).request.headers.map(\.value) == [after])
  }

  @Test(
    "Bodies",
    arguments: [
      (#"{"u":"https://h/?key=abcdefg1&b=1"}"#, #"{"u":"https://h/?key=REDACTED&b=1"}"#),
      (#"{"u":"https:\/\/h\/?a=1\u0026key=abcdefg1"}"#, #"{"u":"https:\/\/h\/?a=1\u0026key=REDACTED"}"#),
      (#"{"u":"postgres://user:abcdefg1@h/x"}"#, #"{"u":"postgres://REDACTED@h/x"}"#),
      (#"{"a":"{\"api_key\": \"abcdefg1\"}"}"#, #"{"a":"{\"api_key\": \"REDACTED\"}"}"#),
      (#"{"api\u005fkey":"abcdefg1"}"#, #"{"api\u005fkey":"REDACTED"}"#),
      (
        #"{"api_key":["abcdefg1",{"a":"abcdefg2"}],"b":"abcdefg1"}"#,
        #"{"api_key":["REDACTED",{"a":"REDACTED"}],"b":"abcdefg1"}"#
      ),
      (#"{"headers":{"X-Api-Key":"abcdefghijklmno1"}}"#, #"{"headers":{"X-Api-Key":"REDACTED"}}"#),
      (#"{"Authorization":"Basic abcdefghijklmno1"}"#, #"{"Authorization":"REDACTED"}"#),
      (#"{"token":"abcdefghijklmno1"}"#, #"{"token":"REDACTED"}"#),
      ("id bHVudGVyMi92YWwidWUrMQ== aHVudGVyMi92YWwidWUrMQ==", "id bHVudGVyMi92YWwidWUrMQ== REDACTEDQ=="),
      ("Basic dTpodW50ZXIyL3ZhbCJ1ZSsx", "Basic dTpREDACTED"), ("dXU6aHVudGVyMi92YWwidWUrMQ", "dXU6REDACTEDQ"),
      ("Basic dXV1Omh1bnRlcjIvdmFsInVlKzE=", "Basic dXV1OmREDACTEDE="),
    ])
  func bodies(before: String, after: String) {
    let redacted = redaction.redacted(sample(before, answer: [before]))
    #expect(redacted.request.body == Array(after.utf8), "\(String(decoding: redacted.request.body, as: UTF8.self))")
    #expect(redacted.response?.body == Array(after.utf8))
  }

  @Test("Forms")
  func forms() {
    let type = [RecordedHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
    let exchange = redaction.redacted(sample("client_secret=abc&a=b&api_key=d&token", headers: type))
    #expect(exchange.request.body == Array("client_secret=REDACTED&a=b&api_key=REDACTED&token".utf8))
  }

  @Test(
    "What people and models write about secrets stays as it is",
    arguments: [
      #"{"u":"https://h/?key=YOUR_API_KEY&token=$TOKEN_1&sig={signature1}"}"#, #"{"u":"https://user:password@h/"}"#,
      #"{"properties":{"api_key":{"type":"string","description":"The key, 32 letters"}}}"#, #"{"token":" 2024-12"}"#,
      #"{"token":"Hello","logprob":-0.1,"bytes":[72]}"#, #"{"a":"{\"api_key\": \"YOUR_API_KEY\"}"}"#,
      #"{"password":"hunter3hunter3"}"#, #"{"secret":"The secret of the 3 bears is porridge"}"#, #"{"api_key":{"#,
      #"{"api_key":["#, #"{"api_key":"#, #"{"api_key""#, #""api_key":["\"#, "\"", "://", "https://?key=",
      "https://@h:1/",
    ])
  func clean(text: String) {
    let exchange = sample(text, answer: [text])
    #expect(redaction.redacted(exchange) == exchange)
  }

  @Test("Arguments of a tool that a stream spells out")
  func arguments() {
    let pieces = [#"{\"api_key\": \""#, "abcd", #"efg1\"}"#]
    let lines = { (pieces: [String]) in pieces.map { #"data: {"d":{"arguments":"\#($0)"}}"# + "\n\n" } }
    for pieces in [pieces, [pieces[0], "abcdefg1", #"\"}"#]] {
      let body = redaction.redacted(sample(answer: lines(pieces))).response.map {
        String(decoding: $0.body, as: UTF8.self)
      }
      let rest = pieces[1] == "abcd" ? #"\"}"# : pieces[2]
      #expect(body == lines([pieces[0], "REDACTED", rest]).joined())
    }
  }

  @Test("Names and values may be added")
  func more() {
    var redaction = Redaction()
    redaction.parameters.insert("mine")
    redaction.members.insert("mine")
    redaction.values.append("a-value-of-mine")
    #expect(redaction.redacted(address: "/?Mine=a&key=b") == "/?Mine=REDACTED&key=REDACTED")
    #expect(redaction.redacted(text: #"{"mine":"a"} a-value-of-mine"#) == #"{"mine":"REDACTED"} REDACTED"#)
  }

  @Test("A word in a key variable is no key", arguments: ["assistant", "dummy-key", "not_needed", "short1"])
  func words(value: String) {
    #expect(!KeyVariables.isKey(value))
    #expect(KeyVariables.isKey(value + "-234567890"))
  }
}
