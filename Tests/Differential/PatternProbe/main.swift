// Reads patterns, one a line in hexadecimal, and prints how it reads each and what it finds in texts made for it:
// `strict|lenient|invalid engine text:verdict text:verdict …`, texts in hexadecimal, verdicts `m`, `n` or `u`.
// Arguments: texts per pattern, seed. A line `pattern text …` asks for these texts instead.
import TypecastSchema

let sampleCount = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 100 : 100
let seed = CommandLine.arguments.count > 2 ? UInt64(CommandLine.arguments[2]) ?? 1 : 1

func decode(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var high: Int?
  for character in text.utf8 {
    let digit = Int(character) - (character < 0x3A ? 0x30 : 0x57)
    if let first = high {
      bytes.append(UInt8(truncatingIfNeeded: first << 4 | digit))
      high = nil
    } else {
      high = digit
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

func encode(_ text: String) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 { bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: bytes, as: UTF8.self)
}

func texts(for pattern: Pattern) -> [String] {
  var sampler = PatternSampler(seed: seed)
  var texts = hostileTexts
  while texts.count < sampleCount {
    let sample = sampler.sample(pattern.root)
    texts.append(sample)
    texts.append(sampler.mutate(sample))
    texts.append(sampler.mutate(sample))
  }
  return texts
}

while let line = readLine() {
  let fields = line.split(separator: " ", omittingEmptySubsequences: false)
  do {
    let pattern = try Pattern(decode(fields[0]))
    var output = pattern.warnings.contains { $0.kind == .lenientSyntax } ? "lenient" : "strict"
    output += " \(pattern.engineKind)"
    for text in fields.count > 1 ? fields[1...].map(decode) : texts(for: pattern) {
      let verdict = pattern.search(text)
      output += " \(encode(text)):\(verdict == .match ? "m" : verdict == .noMatch ? "n" : "u")"
    }
    print(output)
  } catch {
    print("invalid - \(encode(error.description))")
  }
}
