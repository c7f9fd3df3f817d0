import Testing
import TypecastJSON

@Suite("The members of an object")
struct JSONObjectTests {
  /// Objects are searched one by one up to a size, and by a table above it: both sides of it must behave alike.
  @Test("Setting, replacing and removing keep the order, at every size", arguments: [1, 5, 11, 12, 13, 14, 30, 200])
  func edits(count: Int) {
    var object = JSONObject()
    var model: [(String, Int)] = []
    func check(_ step: Comment) {
      #expect(object.keys == model.map(\.0), step)
      #expect(object.members.map(\.value) == model.map { JSONValue.number(JSONNumber($0.1)) }, step)
      for (key, value) in model { #expect(object[key] == .number(JSONNumber(value)), step) }
      #expect(object["missing"] == nil, step)
      #expect(object.count == model.count && object.isEmpty == model.isEmpty, step)
    }
    for index in 0..<count {
      object["key\(index)"] = .number(JSONNumber(index))
      model.append(("key\(index)", index))
    }
    check("set")
    for index in stride(from: 0, to: count, by: 3) {
      object["key\(index)"] = .number(JSONNumber(-index))
      model[index].1 = -index
    }
    check("replaced")
    for index in stride(from: 1, to: count, by: 2) {
      object["key\(index)"] = nil
      model.removeAll { $0.0 == "key\(index)" }
    }
    object["missing"] = nil
    check("removed")
    for index in stride(from: 1, to: count, by: 2) {
      object["key\(index)"] = 7
      model.append(("key\(index)", 7))
    }
    check("set again")
  }

  @Test("Order does not count for equality, at every size", arguments: [0, 1, 12, 13, 100])
  func ignoresOrder(count: Int) {
    var forwards = JSONObject()
    var backwards = JSONObject()
    for index in 0..<count {
      forwards["k\(index)"] = .string("\(index)")
      backwards["k\(count - 1 - index)"] = .string("\(count - 1 - index)")
    }
    #expect(forwards == backwards)
    #expect(forwards.hashValue == backwards.hashValue)
    backwards["k0"] = nil
    #expect((forwards == backwards) == (count == 0))
  }
}
