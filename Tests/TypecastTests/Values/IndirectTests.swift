import Testing
import Typecast

@Suite("A value behind a reference")
struct IndirectTests {
  @Test("It is a value all the same")
  func value() {
    var first = Indirect([1, 2])
    let second = first
    first.wrapped.append(3)
    #expect(first.wrapped == [1, 2, 3] && second.wrapped == [1, 2])
    #expect(first != second && second == Indirect([1, 2]))
    #expect(Set([first, second, Indirect([1, 2])]).count == 2)
  }
}
