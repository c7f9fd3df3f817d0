import TypecastJSON
import TypecastSchema

/// A schema and an instance, both as texts of the input or both made up from its bytes.
struct ValidationCase {
  let schema: [UInt8]
  let instance: [UInt8]
  let options: CompileOptions

  private static let modes: [FormatMode] = [.byDialect, .assert, .annotate]

  init(_ input: FuzzInput) {
    var input = input
    let choice = input.byte()
    options = CompileOptions(
      defaultDraft: Draft.allCases[Int(choice & 7) % Draft.allCases.count],
      formats: ValidationCase.modes[Int(choice >> 3 & 3) % ValidationCase.modes.count],
      checksMetaSchema: choice >> 5 & 3 == 3)
    if choice >> 7 == 0 {
      schema = input.piece()
      instance = input.piece()
    } else {
      var invention = Invention(input)
      instance = JSONWriter().bytes(of: invention.value())
      schema = JSONWriter().bytes(of: invention.schema())
    }
  }
}
