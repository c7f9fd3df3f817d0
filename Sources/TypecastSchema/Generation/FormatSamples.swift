/// Texts of every format.
enum FormatSamples {
  static func text(of format: Format, with random: inout SplitMix64) -> String {
    switch format {
    case .dateTime: date(&random) + "T" + clock(&random) + (random.chance(70) ? "Z" : "+0\(random.within(1...9)):30")
    case .date: date(&random)
    case .time: clock(&random) + "Z"
    case .duration:
      random.chance(50) ? "P\(random.within(1...30))D" : "PT\(random.within(1...23))H\(random.within(1...59))M"
    case .email: "\(FreeText.word(&random)).\(FreeText.word(&random))@example.com"
    case .idnEmail: random.chance(70) ? "\(FreeText.word(&random))@example.org" : "jörg@bücher.example"
    case .hostname: "\(FreeText.word(&random)).example.com"
    case .idnHostname: random.chance(70) ? "\(FreeText.word(&random)).example.org" : "bücher.example"
    case .ipv4: "192.0.2.\(random.below(256))"
    case .ipv6: "2001:db8::\(String(random.within(1...65_535), radix: 16))"
    case .uri: "https://example.com/\(FreeText.word(&random))/\(random.below(1_000))"
    case .uriReference:
      random.chance(50) ? "/\(FreeText.word(&random))#top" : "https://example.com/\(FreeText.word(&random))"
    case .iri: random.chance(70) ? "https://example.org/\(FreeText.word(&random))" : "https://example.org/straße"
    case .iriReference: random.chance(70) ? "/\(FreeText.word(&random))" : "/straße?größe=1"
    case .uuid: uuid(&random)
    case .uriTemplate: "https://example.com/\(FreeText.word(&random))/{id}"
    case .jsonPointer: "/\(FreeText.word(&random))/\(random.below(10))"
    case .relativeJSONPointer, .relativeJSONPointerWithOffset: "\(random.below(4))/\(FreeText.word(&random))"
    case .regex: random.chance(50) ? "^[a-z]+$" : "\\d{\(random.within(1...4))}"
    }
  }

  private static func date(_ random: inout SplitMix64) -> String {
    "\(random.within(1990...2035))-\(pair(random.within(1...12)))-\(pair(random.within(1...28)))"
  }

  private static func clock(_ random: inout SplitMix64) -> String {
    "\(pair(random.below(24))):\(pair(random.below(60))):\(pair(random.below(60)))"
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func uuid(_ random: inout SplitMix64) -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 { text += "-" }
      // Version 4, variant 1.
      text.append(index == 12 ? "4" : index == 16 ? digits[8 + random.below(4)] : digits[random.below(16)])
    }
    return text
  }
}
