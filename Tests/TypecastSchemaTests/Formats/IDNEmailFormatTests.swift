import Testing

import TypecastSchema

@Suite("Format idn-email")
struct IDNEmailFormatTests {
  @Test("Both sides of @ may be in any script")
  func addresses() {
    expect(
      .idnEmail,
      accepts: [
        "joe.bloggs@example.com", "\u{c2e4}\u{b840}@\u{c2e4}\u{b840}.\u{d14c}\u{c2a4}\u{d2b8}",
        "\u{3b4}\u{3bf}\u{3ba}@example.com", "\"\u{3b4} \u{3bf}\"@example.com", "cafe\u{301}@example.com",
        "\u{85}@x", noncharacter(0xFFFF) + "@x", "\u{1d54f}@x", "a@B\u{dc}CHER.example", "a@cafe\u{301}.com",
        "a@\u{1112}\u{1161}\u{11ab}.example", "a@[127.0.0.1]", String(repeating: "a", count: 64) + "@x",
        String(repeating: "\u{fc}", count: 32) + "@x",
      ],
      rejects: [
        "", "2962", "a\u{ff20}x", "\u{fc}", "\u{fc}@", "@\u{fc}", ".\u{fc}@x", "\u{fc}..a@x", "\u{fc} @x",
        "\"\u{fc}@x", "\"\\\u{fc}\"@x", "a@\u{fc}_x", "a@-\u{fc}", "a@\u{fc}..x", "a@\u{fc}.", "a@\u{200b}\u{fc}",
        "a@\u{301}x", "a@a\u{5d0}", "a@[\u{fc}]", String(repeating: "a", count: 65) + "@x",
        String(repeating: "\u{fc}", count: 33) + "@x",
      ])
  }
}
