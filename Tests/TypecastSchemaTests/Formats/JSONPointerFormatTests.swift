import Testing

import TypecastSchema

@Suite("Format json-pointer")
struct JSONPointerFormatTests {
  @Test("Pointers in string form are accepted")
  func pointers() {
    expect(
      .jsonPointer,
      accepts: [
        "", "/", "//", "/foo", "/foo/0", "/a~1b", "/m~0n", "/~01", "/c%d", "/e^f", "/g|h", "/i\\j", "/k\"l", "/ ",
        "/foo/-", "/\u{1f60e}", "/foo\u{0}bar\n", "/~1.1",
      ],
      rejects: [
        "a", "0", "foo/bar", "#", "#/", "#/a", "/~", "/foo~", "/~2", "/~-1", "/~~", "/~0~", "/~0/~", "/~\u{660}",
      ])
  }
}
