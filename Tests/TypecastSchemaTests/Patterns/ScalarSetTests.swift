import Testing

@testable import TypecastSchema

@Suite("Sets of code points keep their ranges in order")
struct ScalarSetTests {
  private let letters = ScalarSet(unordered: [.init(0x61, 0x7A), .init(0x41, 0x5A)])

  @Test("Ranges are sorted, joined and separate")
  func joining() {
    #expect(ScalarSet(unordered: [.init(5, 9), .init(1, 3), .init(4, 4), .init(7, 12)]).ranges == [.init(1, 12)])
    #expect(letters.ranges == [.init(0x41, 0x5A), .init(0x61, 0x7A)])
  }

  @Test("The inverse of the inverse is the set")
  func inversion() {
    for set in [ScalarSet(), .all, letters, .dot, .whiteSpace, ScalarSet(scalar: 0), ScalarSet(scalar: 0x10FFFF)] {
      #expect(set.inverted.inverted == set)
      #expect(set.union(set.inverted) == .all)
      #expect(set.isDisjoint(with: set.inverted))
    }
  }

  @Test("Membership, difference and disjointness follow the ranges")
  func operations() {
    #expect(letters.contains(0x41) && letters.contains(0x7A) && !letters.contains(0x5B) && !letters.contains(0))
    #expect(
      letters.symmetricDifference(ScalarSet(0x41, 0x62))
        == ScalarSet(unordered: [.init(0x5B, 0x60), .init(0x63, 0x7A)]))
    #expect(!letters.isDisjoint(with: ScalarSet(0x5A, 0x60)))
    #expect(letters.isDisjoint(with: ScalarSet(0x5B, 0x60)))
  }

  @Test("Code points are in one group just where no set tells them apart")
  func classes() throws {
    let sets = [letters, ScalarSet.digits, .wordCharacters, .dot, ScalarSet(0x41, 0x46), ScalarSet(scalar: 0x1F432)]
    let classes = try #require(ScalarClasses(sets))
    for scalar in [UInt32](0...0x3000) + [0xD7FF, 0xE000, 0xFFFF, 0x1F431, 0x1F432, 0x1F433, 0x10FFFF] {
      let group = classes.group(of: scalar)
      for (index, set) in sets.enumerated() {
        #expect(classes.contains(set: index, group: group) == set.contains(scalar))
      }
    }
    #expect(classes.count == 7)
    for byte in UInt8.min...UInt8.max {
      guard let group = classes.group(ofLeadingByte: byte) else { continue }
      let all = scalars(leadingByte: byte)
      #expect(classes.group(of: all.lowerBound) == group && classes.group(of: all.upperBound) == group)
    }
  }
}
