import Testing
import Typecast

@Suite("Members by name, in their order")
struct JSONMapTests {
  @Test("Order stays, and setting again keeps the place")
  func order() {
    var map: JSONMap<Int> = ["b": 1, "a": 2, "c": 3]
    map["a"] = 5
    map["d"] = 6
    #expect(map.keys == ["b", "a", "c", "d"])
    #expect(map.values == [1, 5, 3, 6])
    map["b"] = nil
    map["x"] = nil
    #expect(map.keys == ["a", "c", "d"])
    #expect(map.count == 3 && !map.isEmpty)
  }

  @Test("Names are told apart by their scalars")
  func scalars() {
    var map = JSONMap<Int>()
    map["\u{E9}"] = 1
    map["e\u{301}"] = 2
    #expect(map.count == 2)
    #expect(map["\u{E9}"] == 1 && map["e\u{301}"] == 2)
  }

  @Test("Many members are found as few are", arguments: [0, 1, 11, 12, 13, 14, 100])
  func many(count: Int) {
    var map = JSONMap<Int>()
    for number in 0..<count { map["k\(number)"] = number }
    #expect((0..<count).allSatisfy { map["k\($0)"] == $0 })
    #expect(map["k\(count)"] == nil)
    for number in stride(from: 0, to: count, by: 2) { map["k\(number)"] = nil }
    #expect((0..<count).allSatisfy { map["k\($0)"] == ($0.isMultiple(of: 2) ? nil : $0) })
    #expect(map.map(\.key) == (0..<count).filter { !$0.isMultiple(of: 2) }.map { "k\($0)" })
    for number in 0..<count { map["k\(number)"] = -number }
    #expect((0..<count).allSatisfy { map["k\($0)"] == -$0 } && map.count == count)
  }

  @Test("The order does not count when maps are compared")
  func equality() {
    let left: JSONMap<String> = ["a": "1", "b": "2"]
    let right: JSONMap<String> = ["b": "2", "a": "1"]
    #expect(left == right && left.hashValue == right.hashValue)
    #expect(left != ["a": "1"] && left != ["a": "1", "b": "3"] && left != ["a": "1", "c": "2"])
    let accents: (JSONMap<String>, JSONMap<String>) = (["a": "\u{E9}"], ["a": "e\u{301}"])
    #expect(accents.0 == accents.1)
    #expect(!isSame(accents.0, accents.1))
  }

  @Test("The last of several members with one name counts in a literal")
  func literal() {
    let map: JSONMap<Int> = ["a": 1, "a": 2]
    #expect(map.count == 1 && map["a"] == 2)
  }

  @Test("Members are written into an object that is open")
  func writing() {
    var output = JSONOutput()
    output.openObject()
    (["a\"": 1, "b": 2] as JSONMap<Int>).write(to: &output) { $1.int($0) }
    output.closeObject()
    #expect(output.text == #"{"a\"":1,"b":2}"#)
  }
}
