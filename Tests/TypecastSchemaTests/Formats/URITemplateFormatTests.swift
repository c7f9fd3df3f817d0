import Testing

import TypecastSchema

@Suite("Format uri-template")
struct URITemplateFormatTests {
  @Test("Templates of every level are accepted")
  func templates() {
    expect(
      .uriTemplate,
      accepts: [
        "", "http://example.com/~{user}/{term:1}/{term}", "{+var}", "{#var}", "{.var}", "{/var,x}/here", "{;x,y}",
        "{?x,y*}", "{&x:3}", "{=x}", "{,x}", "{!x}", "{@x}", "{|x}", "{x_1.y2}", "{%41%42.x}", "{v:1000}", "{v:9}",
        "a%41b", "a\u{fc}b", "a\u{1f600}b", "\u{e000}", "a'b", "{a}{b}", "{x*,y:12}", ":?#[]@!$&()*+,;=-._~",
      ],
      rejects: [
        "{", "}", "{}", "{a", "a}", "{a}}", "{{a}}", "{a,,b}", "{a,}", "{,}", "{,+a}", "{++a}", "{+}", "{v:}",
        "{v:0}", "{v:01}", "{v:10000}", "{v*:1}", "{v:1*}", "{v**}", "{a..b}", "{.a.}", "{a.}", "{a-b}", "{a b}",
        "{a=b}", "{%4}", "{%}", "{\u{fc}}", "{a/b}", "{a?}", "a b", "a\"b", "a<b", "a>b", "a\\b", "a^b", "a`b",
        "a|b", "a%", "a%4", "a%zz", "a\nb", "a\u{0}b", "a\u{7f}b", "a\u{80}b", noncharacter(0xFDD0),
      ])
  }
}
