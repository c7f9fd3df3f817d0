import Typecast
import TypecastJSON
import TypecastSchema

/// Makes values of a text, with and without a schema: nothing valid is touched, and nothing invalid comes out.
func fuzzRepair(_ input: FuzzInput) {
  var input = input
  let level = RepairLevel.allCases[Int(input.byte()) % RepairLevel.allCases.count]
  let source = input.text()
  let text = PaddedBytes(Array(input.rest))
  let schema = try? CompiledSchema(parsing: source)
  repair(text, Caster(level: .coerce))
  if let schema { repair(text, Caster(schema, level: level)) }
}

private func repair(_ text: PaddedBytes, _ caster: Caster) {
  let isSound = (try? JSONDocument(text)).map { document in
    caster.schema.map { (try? $0.isValid(document)) ?? false } ?? true
  }
  let cast: Cast
  do throws(CastError) {
    cast = try caster.cast(text)
  } catch {
    require(isSound != true, "a valid text was refused: \(error)")
    require(error.kind != .notMended, "the mended text is no JSON: \(error)")
    require(!error.problems.isEmpty, "a failure without a reason")
    return
  }
  require(isSound != true || cast.isClean, "a valid text was changed: \(cast.repairs)")
  for repair in cast.repairs {
    require((0...text.count).contains(repair.offset), "no place in the text: \(repair)")
    require(!repair.message.isEmpty, "a repair without words")
  }
  let again = PaddedBytes(JSONWriter().bytes(of: cast.value))
  if let schema = caster.schema, let document = try? JSONDocument(again) {
    require((try? schema.isValid(document)) != false, "the schema refuses what came out: \(cast.value)")
  }
  do throws(CastError) {
    let twice = try caster.cast(again)
    require(twice.isClean, "a repaired text was repaired again: \(twice.repairs)")
    require(twice.value == cast.value, "a repaired text became another one")
  } catch {
    require(error.kind == .undecided, "a repaired text was refused: \(error)")
  }
}
