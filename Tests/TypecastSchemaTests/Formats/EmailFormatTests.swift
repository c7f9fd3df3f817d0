import Testing

import TypecastSchema

@Suite("Format email")
struct EmailFormatTests {
  @Test("Dotted atoms and quoted strings make the part before @")
  func localParts() {
    expect(
      .email,
      accepts: [
        "a@b", "joe.bloggs@example.com", "te~st@example.com", "!#$%&'*+-/=?^_`{|}~@x", "a+b.c@x",
        "\"joe bloggs\"@example.com", "\"joe..bloggs\"@example.com", "\"a@b\"@example.com", "\"\\\"\\\\\"@x",
        "\"\"@x", "\"\\ \"@x", String(repeating: "a", count: 64) + "@x",
      ],
      rejects: [
        "", "a", "@", "@x", "a@", ".a@x", "a.@x", "a..b@x", "a b@x", "a@b@c", "a\"b@x", "\"a\"b@x", "\"a@x",
        "\"a\\\"@x", "\"\t\"@x", "\"\n\"@x", "\"\\\u{fc}\"@x", "\"\u{0}\"@x", "a(c)@x", "a,b@x", "<a@x>",
        "Joe <a@x>", "a@x, b@x", "a@x ", " a@x", "a@x\n", "\u{fc}@x", String(repeating: "a", count: 65) + "@x",
      ])
  }

  @Test("A domain name or an address in brackets follows @")
  func domains() {
    expect(
      .email,
      accepts: [
        "a@example.com", "a@1.2", "a@x-y", "a@[127.0.0.1]", "a@[127.000.000.001]", "a@[IPv6:::1]",
        "a@[ipv6:2001:db8::1]", "a@[IPv6:::ffff:1.2.3.4]", "a@[IPv6:1:2:3:4:5:6:7:8]", "a@[IPv6:1:2:3:4:5:6::]",
        "a@xn--bcher-kva.example",
      ],
      rejects: [
        "a@-x", "a@x-", "a@x..y", "a@.x", "a@x.", "a@x_y", "a@x=y", "a@b\u{fc}cher.example", "a@[]", "a@[",
        "a@[127.0.0.1", "a@127.0.0.1]", "a@[127.0.0.300]", "a@[127.0.0]", "a@[::1]", "a@[IPv6:]",
        "a@[IPv6:1:2:3:4:5:6:7::]", "a@[IPv6:1:2:3:4:5::1.2.3.4]", "a@[IPv6:fe80::1%25a]", "a@[x:y]",
        "a@[127.0.0.1].x", "a@" + String(repeating: "a", count: 64),
        "a@" + String(repeating: "a.", count: 126) + "aa",
      ])
  }
}
