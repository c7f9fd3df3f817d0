import Testing

import TypecastSchema

@Suite("Format hostname")
struct HostnameFormatTests {
  @Test("Letters, digits and inner hyphens make a name")
  func names() {
    expect(
      .hostname,
      accepts: [
        "a", "www.example.com", "EXAMPLE", "1host", "host-name", "a--b.com", "ab--cd.example", "1.2.3.4",
        String(repeating: "a", count: 63), String(repeating: "a.", count: 126) + "a",
      ],
      rejects: [
        "", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a-.b", "host_name", "a b", "a\n", "a\u{0}", "a@b",
        "*.example.com", "a/b", String(repeating: "a", count: 64), String(repeating: "a.", count: 126) + "aa",
        "b\u{fc}cher.example", "example\u{ff0e}com", "\u{212a}elvin.example",
      ])
  }

  @Test("A label that starts with xn-- must decode to a valid one")
  func encodedLabels() {
    expect(
      .hostname,
      accepts: [
        "xn--bcher-kva.example", "XN--BCHER-KVA", "xn--9n2bp8q.xn--9t4b11yi5a", "xn--ll-0ea", "xn--wva3je",
        "xn--4gbwdl.xn--wgbh1c", "xn--nxasmq6b",
      ],
      rejects: [
        "xn--X", "xn--", "xn--a", "xn--example-", "xn---9uc", "xn--7a", "xn--0ca24w", "xn--l-fda",
        "XN--aa---o47jg78q", "xn--hello-txk", "xn--99999999", "xn--bcher-kvaa\u{fc}", "0a.xn--4db", "xn--H-0ea.ru",
      ])
  }
}
