import Foundation
import TestSupport
import Testing
import TypecastJSON

/// One case of the parsing conformance suite.
struct ParsingCase {
  let name: String
  let expectation: String
  let bytes: [UInt8]

  static func all() throws -> [ParsingCase] {
    try TestData.lines(of: "json-parsing/JSONTestSuite.jsonl").map { line in
      let record = try JSONValue(parsing: line)
      let bytes: [UInt8]
      if let text = record["text"]?.string {
        bytes = Array(text.utf8)
      } else {
        let encoded = try #require(record["base64"]?.string)
        bytes = Array(try #require(Data(base64Encoded: encoded)))
      }
      let name = try #require(record["name"]?.string)
      let expectation = try #require(record["expect"]?.string)
      return ParsingCase(name: name, expectation: expectation, bytes: bytes)
    }
  }
}

@Suite("The parsing conformance suite", .needsTestData)
struct JSONParsingSuiteTests {
  /// Texts that RFC 8259 allows and that are refused by design, with the reason.
  static let exceptions: [String: String] = [
    "y_object_duplicated_key.json": "a repeated key is refused unless the last one is asked for",
    "y_object_duplicated_key_and_value.json": "a repeated key is refused unless the last one is asked for",
  ]

  private func isAccepted(_ bytes: [UInt8], _ duplicateKeys: JSONOptions.DuplicateKeys) -> Bool {
    (try? JSONDocument(bytes, options: JSONOptions(duplicateKeys: duplicateKeys))) != nil
  }

  @Test("What must be accepted is, what must be refused is")
  func agrees() throws {
    var counts: [String: Int] = [:]
    var met: Set<String> = []
    for test in try ParsingCase.all() {
      counts[test.expectation, default: 0] += 1
      let name = Comment(rawValue: test.name)
      switch test.expectation {
      case "accept":
        if Self.exceptions[test.name] != nil { met.insert(test.name) }
        #expect(isAccepted(test.bytes, .refuse) == (Self.exceptions[test.name] == nil), name)
        #expect(isAccepted(test.bytes, .takeLast), name)
      case "reject":
        #expect(!isAccepted(test.bytes, .refuse), name)
        #expect(!isAccepted(test.bytes, .takeLast), name)
      default:
        break
      }
    }
    #expect(counts["accept"] ?? 0 >= 95)
    #expect(counts["reject"] ?? 0 >= 186)
    #expect(met == Set(Self.exceptions.keys))
  }

  /// Where the RFC leaves the choice: numbers of any size are read, what is not Unicode text is not.
  @Test("What may be accepted is, if it is a number or well-formed UTF-8 without lone surrogates")
  func choosesConsistently() throws {
    var count = 0
    for test in try ParsingCase.all() where test.expectation == "either" {
      count += 1
      let isNumber = test.name.hasPrefix("i_number")
      let isNested = test.name == "i_structure_500_nested_arrays.json"
      #expect(isAccepted(test.bytes, .refuse) == (isNumber || isNested), Comment(rawValue: test.name))
    }
    #expect(count >= 35)
  }

  @Test("Accepted texts read back from what is written are equal")
  func survivesWriting() throws {
    var count = 0
    for test in try ParsingCase.all() {
      guard let value = try? JSONValue(parsing: test.bytes) else { continue }
      count += 1
      #expect(try JSONValue(parsing: value.description) == value, Comment(rawValue: test.name))
    }
    #expect(count > 95)
  }
}
