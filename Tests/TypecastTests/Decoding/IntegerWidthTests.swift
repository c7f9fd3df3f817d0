import GoldenTypes
import Testing
import Typecast

@Suite("Integers are as wide as their bounds ask for")
struct IntegerWidthTests {
  @Test("Those that are never negative and go beyond Int have no sign")
  func unsigned() throws {
    let counters = try Counters(
      json: #"{"whole":18446744073709551615,"upper":9223372036854775808,"some":10000000000000000000,"merged":1e18}"#)
    #expect(counters.whole == UInt64.max && counters.upper == 1 << 63 && counters.some == 10_000_000_000_000_000_000)
    #expect(counters.merged == 1_000_000_000_000_000_000 as UInt64)
    #expect(try Counters(json: counters.json) == counters)
    try Counters(whole: .max, some: 0).validate()
  }

  @Test("Others are Int, also where one of several bounds is larger")
  func signed() throws {
    let counters = try Counters(
      json: #"{"narrow":9,"int":9223372036854775807,"signed":-9223372036854775808}"#)
    #expect(counters.narrow == Int(9) && counters.int == Int.max && counters.signed == Int.min)
  }

  @Test("Limits of any size hold exactly")
  func limits() {
    for text in [
      #"{"whole":-1}"#, #"{"whole":18446744073709551616}"#, #"{"upper":9223372036854775807}"#, #"{"some":-1}"#,
      #"{"some":10000000000000000001}"#, #"{"merged":-1}"#, #"{"merged":1e19}"#, #"{"narrow":10}"#,
      #"{"int":9223372036854775808}"#, #"{"signed":-9223372036854775809}"#,
      #"{"long":123456789012345678901234567890.51}"#,
    ] {
      #expect(throws: InvalidValue.self, "\(text)") { try Counters(json: text) }
    }
    #expect(throws: Never.self) { try Counters(json: #"{"long":123456789012345678901234567890.5,"signed":5}"#) }
    #expect(throws: InvalidValue.self) { try Counters(upper: 1).validate() }
  }
}
