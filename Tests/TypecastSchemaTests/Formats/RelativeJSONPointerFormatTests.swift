import Testing

import TypecastSchema

@Suite("Format relative-json-pointer until draft 2019-09")
struct RelativeJSONPointerFormatTests {
  @Test("A number of levels, then # or a pointer, is accepted")
  func pointers() {
    expect(
      .relativeJSONPointer,
      accepts: [
        "0", "1", "12", "100", "0#", "0/foo", "2/0/baz/1/zip", "0//", "120/foo/bar", "1/~0~1",
      ],
      rejects: [
        "", "/foo", "#", "-1", "+1/foo", "01", "00", "01/a", "01#", "0##", "1#/foo", "0/~2", "0/foo~", "1foo", "1 ",
        "1\n", "\u{661}/foo", "0+1", "1-1/foo",
      ])
  }
}
