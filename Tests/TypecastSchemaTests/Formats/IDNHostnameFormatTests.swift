import Testing

import TypecastSchema

@Suite("Format idn-hostname")
struct IDNHostnameFormatTests {
  @Test("Labels of any script are accepted")
  func names() {
    expect(
      .idnHostname,
      accepts: [
        "b\u{fc}cher.example", "\u{c2e4}\u{b840}.\u{d14c}\u{c2a4}\u{d2b8}", "fa\u{df}.de", "\u{3c2}", "EXAMPLE.com",
        "xn--bcher-kva.example", "a\u{3002}b", "a\u{ff0e}b", "a\u{ff61}b",
        "\u{4f8b}\u{3048}.\u{30c6}\u{30b9}\u{30c8}", String(repeating: "a", count: 63),
      ],
      rejects: [
        "", ".", "a.", ".a", "a..b", "\u{3002}", "a\u{3002}", "-\u{fc}", "\u{fc}-", "\u{fc}_", "\u{fc} b", "ab--cd",
        "\u{fc}b--c", "\u{301}a", "\u{903}a", "B\u{fc}cher", "\u{ff41}", "\u{fc}\u{0}", "\u{2126}", "\u{1f600}",
        "\u{378}", String(repeating: "a", count: 64), String(repeating: "\u{fc}", count: 60),
        String(repeating: "a.", count: 126) + "aa",
      ])
  }

  @Test("Only normalization form C is accepted")
  func normalization() {
    expect(
      .idnHostname,
      accepts: [
        "caf\u{e9}", "\u{1ec7}", "\u{105}\u{301}", "\u{1e0d}\u{307}", "\u{d15}\u{d4a}", "\u{ac00}",
      ],
      rejects: [
        "cafe\u{301}", "\u{ea}\u{323}", "e\u{323}\u{302}", "\u{d15}\u{d46}\u{d3e}", "\u{1100}\u{1161}",
        "a\u{301}\u{323}",
      ])
  }

  @Test("Code points with a rule need their surroundings")
  func context() {
    expect(
      .idnHostname,
      accepts: [
        "l\u{b7}l", "\u{3b1}\u{375}\u{3b2}", "\u{5d0}\u{5f3}\u{5d1}", "\u{5d0}\u{5f4}", "\u{30fb}\u{3041}",
        "\u{30fb}\u{4e08}", "\u{30fb}\u{3007}", "\u{628}\u{660}\u{628}", "\u{6f0}0", "\u{915}\u{94d}\u{200d}\u{937}",
        "\u{915}\u{94d}\u{200c}\u{937}", "\u{628}\u{64a}\u{200c}\u{628}\u{64a}",
        "\u{628}\u{64e}\u{200c}\u{64e}\u{628}",
      ],
      rejects: [
        "a\u{b7}l", "l\u{b7}", "\u{3b1}\u{375}", "\u{3b1}\u{375}s", "\u{5f3}\u{5d0}", "a\u{30fb}b", "\u{30fb}",
        "\u{628}\u{660}\u{6f0}", "\u{915}\u{200d}\u{937}", "\u{200d}\u{937}", "\u{915}\u{200c}\u{937}", "a\u{200c}b",
        "\u{628}\u{200c}", "\u{200c}\u{628}", "\u{627}\u{200c}\u{628}", "\u{915}\u{94d}\u{200c}\u{937}x\u{200c}y",
      ])
  }

  @Test("Names with right-to-left letters follow the rule of RFC 5893")
  func direction() {
    expect(
      .idnHostname,
      accepts: [
        "\u{5d0}", "\u{5d0}\u{5d1}.com", "a.\u{5d0}", "\u{5d0}1", "\u{5d0}-\u{5d1}", "\u{627}\u{660}",
        "\u{5d0}\u{5b0}", "a1.\u{5d0}", "\u{6f0}0",
      ],
      rejects: [
        "0a.\u{5d0}", "\u{5d0}.0a", "0\u{627}", "a\u{5d0}", "\u{5d0}a", "\u{5d0}0\u{660}", "\u{660}\u{5d0}",
        "xn--0ca24w", "1.xn--4db", "\u{5d0}\u{cbf}",
      ])
  }
}
