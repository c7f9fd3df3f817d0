import TestSupport
import Testing
import TypecastJSON

@Suite("The pull reader is as strict as a document")
struct JSONReaderEquivalenceTests {
  private enum Outcome: Equatable {
    case value(JSONValue)
    case error(JSONError)

    init(_ body: () throws(JSONError) -> JSONValue) {
      do throws(JSONError) {
        self = .value(try body())
      } catch {
        self = .error(error)
      }
    }
  }

  private static let options = [
    JSONOptions(), JSONOptions(duplicateKeys: .takeLast), JSONOptions(depthLimit: 1), JSONOptions(depthLimit: 0),
  ]

  /// Reads a text as a whole, container by container, and past it, and compares each with the document.
  private func check(_ bytes: [UInt8], _ comment: Comment) {
    for options in Self.options {
      let expected = Outcome { () throws(JSONError) in try JSONDocument(bytes, options: options).root.value }
      let whole = Outcome { () throws(JSONError) in
        var reader = JSONReader(PaddedBytes(bytes), options: options)
        let value = try reader.value()
        try reader.finish()
        return value
      }
      #expect(whole == expected, comment)
      let byParts = Outcome { () throws(JSONError) in
        var reader = JSONReader(PaddedBytes(bytes), options: options)
        let value = try reader.valueByParts()
        try reader.finish()
        return value
      }
      #expect(byParts == expected, comment)
      let skipped: JSONError? = {
        do throws(JSONError) {
          var reader = JSONReader(PaddedBytes(bytes), options: options)
          try reader.skip()
          try reader.finish()
          return nil
        } catch {
          return error
        }
      }()
      if case .error(let error) = expected {
        #expect(skipped == error, comment)
      } else {
        #expect(skipped == nil, comment)
      }
    }
  }

  @Test("On every case of the parsing suite, value or fault", .needsTestData)
  func agreesOnTheSuite() throws {
    let cases = try ParsingCase.all()
    #expect(cases.count >= 338)
    for test in cases { check(test.bytes, Comment(rawValue: test.name)) }
  }

  @Test("On the table of faults")
  func agreesOnFaults() {
    for fault in JSONErrorTests.faults { check(Array(fault.text.utf8), Comment(rawValue: fault.text)) }
  }

  @Test("On random texts, sound and damaged", arguments: 1...4 as ClosedRange<UInt64>)
  func agreesOnRandomTexts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let (_, text) = RandomJSON.value(levels: 3, using: &generator)
      check(Array(text.utf8), "seed \(seed), round \(round): \(text)")
      var bytes = Array(text.utf8)
      for _ in 0..<4 where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default:
          bytes.insert(Array("{}[]\",:\\0-e.tfn \u{1}\u{FF}".utf8).randomElement(using: &generator) ?? 0, at: place)
        }
        check(bytes, "seed \(seed), round \(round), damaged: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}

extension JSONReader {
  /// The value that comes next, read with every method that generated code has but those for whole values.
  fileprivate mutating func valueByParts() throws(JSONError) -> JSONValue {
    let start = mark
    switch try peek() {
    case .null:
      _ = try null()
      return .null
    case .boolean:
      return .bool(try bool())
    case .number:
      return .number(try number().number)
    case .string:
      return .string(try string())
    case .array:
      var elements: [JSONValue] = []
      if try openArray() {
        repeat { elements.append(try valueByParts()) } while try nextElement()
      }
      return .array(elements)
    case .object:
      var object = JSONObject()
      let keys = JSONKeys()
      var count = 0
      var index = try openObject(of: keys)
      while index >= 0 {
        let key = unknownKey.string
        count += 1
        // Documents compare the keys of large objects when these end, which shows where there is another fault.
        if count > 48 {
          rewind(to: start)
          return try value()
        }
        if object[key] != nil { try repeatKey() }
        let member = try valueByParts()
        object[key] = nil
        object[key] = member
        index = try nextKey(of: keys)
      }
      return .object(object)
    }
  }
}
