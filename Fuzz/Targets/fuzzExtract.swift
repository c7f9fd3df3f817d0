import Typecast
import TypecastJSON

/// Finds JSON among words, blocks of code and thoughts: each part lies in the text and can be read, and what is sound is
/// found as it is.
func fuzzExtract(_ input: FuzzInput) {
  var input = input
  let surroundings = Surroundings.all[Int(input.byte()) % Surroundings.all.count]
  let json = Array(input.rest)
  let text = PaddedBytes(surroundings.before + json + surroundings.behind)
  checkParts(of: text)
  let cast = checkCast(text, by: Caster(level: .mend))
  // A value by itself may be a part of the words around it.
  guard let document = try? JSONDocument(json), [.object, .array].contains(document.root.type) else { return }
  require(cast?.value == document.root.value, "sound JSON was found as another one: \(cast.map(\.value) ?? .null)")
}

private func checkParts(of text: PaddedBytes) {
  let found = Extractor.find(in: text, depthLimit: 512)
  check(found.repairs, of: text)
  var last = 0
  for part in found.candidates {
    require(part.range.lowerBound >= last, "two parts of a text overlap: \(part.range)")
    require(part.range.lowerBound < part.range.upperBound, "an empty part: \(part.range)")
    require(part.range.upperBound <= text.count, "no part of the text: \(part.range)")
    last = part.range.upperBound
    check(part.repairs, of: text)
    let options = JSONOptions(duplicateKeys: .takeLast, depthLimit: 512)
    guard (try? JSONDocument(part.json, options: options)) != nil else { finding("a part that is no JSON") }
    for offset in 0...part.json.count {
      let origin = part.origin(of: offset)
      require(origin >= part.range.lowerBound && origin <= part.range.upperBound, "byte \(offset) is from \(origin)")
    }
  }
}

/// What a model writes around its answer.
private struct Surroundings {
  let before: [UInt8]
  let behind: [UInt8]

  init(_ before: String, _ behind: String) {
    self.before = Array(before.utf8)
    self.behind = Array(behind.utf8)
  }

  static let all = [
    Surroundings("", ""),
    Surroundings("Here it is:\n\n```json\n", "\n```\nLet me know if it is right."),
    Surroundings("```\n", "\n```"),
    Surroundings("Sure, as JSON: ", "\nThat is all."),
    Surroundings("<think>It is {\"a\": 1}.</think>\n", "\n"),
    Surroundings("\u{FEFF}", ";"),
  ]
}
