/// Texts for strings that a schema says nothing about.
enum FreeText {
  /// A word of four to nine small letters.
  static func word(_ random: inout SplitMix64) -> String {
    words[random.below(words.count)]
  }

  /// A text such as a member of that name might hold, no longer than asked where that can be had.
  static func text(named name: String?, longest: Int, _ random: inout SplitMix64) -> String {
    if let name {
      let lower = Array(name.lowercased().utf8)
      if let (_, kind) = kinds.first(where: { lower.contains(Array($0.part.utf8)) }) {
        let text = kind.sample(&random)
        if text.utf8.count <= longest { return text }
      }
    }
    switch random.below(4) {
    case 0 where longest >= 40: return sentence(&random)
    case 1 where longest >= 20: return word(&random) + " " + word(&random)
    default: return word(&random)
    }
  }

  static func sentence(_ random: inout SplitMix64) -> String {
    let first = word(&random)
    var text = first.prefix(1).uppercased() + first.dropFirst()
    for _ in 0...random.within(2...6) { text += " " + word(&random) }
    return text + "."
  }

  /// What a member holds, by a part of its name.
  private enum Kind {
    case email, link, phone, date, instant, prose, version, path, file, uuid, person
    case oneOf([String])

    func sample(_ random: inout SplitMix64) -> String {
      switch self {
      case .email: "\(word(&random))@example.com"
      case .link: "https://example.com/\(word(&random))"
      case .phone: "+1-555-01\(random.within(10...99))"
      case .date: FormatSamples.text(of: .date, with: &random)
      case .instant: FormatSamples.text(of: .dateTime, with: &random)
      case .prose: sentence(&random)
      case .version: "\(random.below(5)).\(random.below(10)).\(random.below(10))"
      case .path: "/\(word(&random))/\(word(&random))"
      case .file: "\(word(&random)).txt"
      case .uuid: FormatSamples.text(of: .uuid, with: &random)
      case .person: firstNames[random.below(firstNames.count)] + " " + lastNames[random.below(lastNames.count)]
      case .oneOf(let texts): texts[random.below(texts.count)]
      }
    }
  }

  /// The first part that a name has wins.
  private static let kinds: [(part: String, kind: Kind)] = [
    ("email", .email), ("url", .link), ("uri", .link), ("phone", .phone), ("date", .date), ("time", .instant),
    ("description", .prose), ("summary", .prose), ("comment", .prose), ("message", .prose), ("version", .version),
    ("country", .oneOf(["Iceland", "Kenya", "Peru", "Portugal", "Vietnam"])),
    ("city", .oneOf(["Accra", "Bergen", "Kyoto", "Lima", "Porto"])), ("currency", .oneOf(["EUR", "JPY", "USD"])),
    ("language", .oneOf(["de", "en", "fr", "ja"])), ("color", .oneOf(["#336699", "#cc0000", "#ffd700"])),
    ("path", .path), ("file", .file), ("uuid", .uuid), ("name", .person),
  ]

  private static let firstNames = ["Ada", "Bela", "Grace", "Linus", "Noor", "Ravi"]
  private static let lastNames = ["Berg", "Costa", "Mori", "Okoye"]

  private static let words = [
    "amber", "anchor", "apple", "autumn", "basket", "beacon", "bridge", "bronze", "candle", "canyon", "carbon",
    "castle",
    "cedar", "cobalt", "copper", "coral", "cotton", "desert", "dragon", "ember", "falcon", "feather", "fern", "forest",
    "garden", "ginger", "glacier", "granite", "harbor", "hazel", "horizon", "island", "ivory", "jasmine", "juniper",
    "kettle", "ladder", "lantern", "lemon", "linen", "lotus", "magnet", "maple", "marble", "meadow", "mirror", "mosaic",
    "nectar", "olive", "orbit", "orchid", "paper", "pebble", "pepper", "planet", "plum", "quartz", "quill", "ribbon",
    "river", "saffron", "sail", "sequoia", "shadow", "silver", "spruce", "summit", "sunset", "thistle", "timber",
    "tulip", "valley", "velvet", "violet", "walnut", "willow", "window", "winter", "yarrow", "zephyr",
  ]
}
