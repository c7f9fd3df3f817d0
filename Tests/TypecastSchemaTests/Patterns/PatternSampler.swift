import TypecastSchema

/// Writes texts that a pattern is likely to match, and others that it nearly matches.
struct PatternSampler {
  var random: PatternRandom
  private var captures: [Int: [UInt32]] = [:]

  init(seed: UInt64) {
    random = PatternRandom(seed: seed)
  }

  /// A text that follows the tree; assertions are not heeded.
  mutating func sample(_ root: PatternNode) -> String {
    var scalars: [UInt32] = []
    captures = [:]
    write(root, to: &scalars)
    return text(scalars)
  }

  /// The text with a few small changes.
  mutating func mutate(_ text: String) -> String {
    var scalars = text.unicodeScalars.map(\.value)
    for _ in 0...random.below(2) {
      let position = random.below(scalars.count + 1)
      switch random.below(6) {
      case 0 where position < scalars.count: scalars.remove(at: position)
      case 1: scalars.insert(PatternSampler.odd[random.below(PatternSampler.odd.count)], at: position)
      case 2 where position < scalars.count: scalars.insert(scalars[position], at: position)
      case 3 where position < scalars.count:
        scalars[position] = PatternSampler.odd[random.below(PatternSampler.odd.count)]
      case 4 where position < scalars.count: scalars[position] ^= scalars[position] < 0x80 ? 0x20 : 1
      case 5 where position + 1 < scalars.count: scalars.swapAt(position, position + 1)
      default: scalars.append(PatternSampler.odd[random.below(PatternSampler.odd.count)])
      }
    }
    return self.text(scalars)
  }

  /// Code points at the edges of classes, encodings and line ends.
  private static let odd: [UInt32] = [
    0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x24, 0x2D, 0x2E, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B, 0x5C, 0x5F,
    0x61, 0x7A, 0x7B, 0x7F, 0x80, 0xA0, 0xDF, 0xE9, 0x7FF, 0x800, 0x2028, 0x2029, 0x2060, 0xD7FF, 0xE000, 0xFEFF,
    0xFFFD, 0xFFFF, 0x10000, 0x1F432, 0x10FFFF,
  ]

  private func text(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  private mutating func write(_ node: PatternNode, to scalars: inout [UInt32]) {
    guard scalars.count < 2_000 else { return }
    switch node {
    case .empty, .assertion:
      break
    case .scalar(let scalar):
      scalars.append(scalar)
    case .set(let set):
      guard !set.isEmpty else { return }
      // Mostly from the first ranges, which hold what a person would write.
      let range = set.ranges[random.below(random.below(4) == 0 ? set.ranges.count : min(3, set.ranges.count))]
      let width = Int(range.last - range.first)
      switch random.below(5) {
      case 0: scalars.append(range.first)
      case 1: scalars.append(range.last)
      default: scalars.append(range.first + UInt32(random.below(min(width, 0x60) + 1)))
      }
    case .sequence(let nodes):
      for node in nodes { write(node, to: &scalars) }
    case .choice(let nodes):
      write(nodes[random.below(nodes.count)], to: &scalars)
    case .capture(let body, let index, _):
      let start = scalars.count
      write(body, to: &scalars)
      captures[index] = Array(scalars[start...])
    case .backReference(let index):
      scalars += captures[index] ?? []
    case .look(let body, _, let negated):
      if !negated, random.below(2) == 0 { write(body, to: &scalars) }
    case .repetition(let body, let minimum, let maximum, _):
      let extra = random.below(8) == 0 ? random.below(40) : random.below(4)
      let count = random.below(6) == 0 ? maximum ?? minimum + extra : min(maximum ?? .max, minimum + extra)
      for _ in 0..<min(count, 1_000) { write(body, to: &scalars) }
      if random.below(20) == 0, count < 1_000 { write(body, to: &scalars) }
    }
  }
}

/// A small generator with a fixed sequence.
struct PatternRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(next() % UInt64(bound))
  }
}
