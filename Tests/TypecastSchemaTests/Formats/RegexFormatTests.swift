import Testing

import TypecastSchema

@Suite("Format regex")
struct RegexFormatTests {
  @Test("Patterns of ECMA-262 are accepted")
  func patterns() {
    expect(
      .regex,
      accepts: [
        "", "^[a-z]+$", "([abc])+\\s+$", "(?<name>x)\\k<name>", "(?<=a+)b", "[]", "[^]", "\\cA", "\\p{L}\\u{1F600}",
        "\\d{4}\\-\\d{2}", "\\\"\\'\\@\\ \\_", "[\\w\\-\\.\\_\\~]", "[\\!-\\~]", "\\\u{20ac}", "(?:a|b){2,3}?",
        "\\\\\\/",
      ],
      rejects: [
        "^(abc]", "(", "a)", "[a", "*", "a**", "\\", "\\a", "\\Z", "\\A", "(?P<name>x)", "(?#c)", "(?i)a", "[b-a]",
        "[\\~-\\!]", "(?\\<n>a)", "(?<n>a)\\k\\<n>", "\\p{Nonsense}", "\\1", "\\\u{e9}", "a{2", "{",
        "(?<a>.)(?<a>.)",
      ])
  }
}
