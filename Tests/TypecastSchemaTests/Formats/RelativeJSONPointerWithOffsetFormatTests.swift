import Testing

import TypecastSchema

@Suite("Format relative-json-pointer since draft 2020-12")
struct RelativeJSONPointerWithOffsetFormatTests {
  @Test("The index reached may be moved")
  func pointers() {
    expect(
      .relativeJSONPointerWithOffset,
      accepts: [
        "0", "0#", "1/foo", "0+1", "0-1", "0-0", "10+20/foo", "1-2/bar", "0-1#", "2+1/0/~0",
      ],
      rejects: [
        "", "+1", "0+", "0-", "0+01", "0+-1", "0++1", "0+1+1", "0+1##", "0+1#/a", "0+1a", "0+1/~", "01+1", "0 +1",
        "0+\u{661}",
      ])
  }
}
