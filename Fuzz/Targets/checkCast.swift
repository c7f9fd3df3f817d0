import Typecast
import TypecastJSON
import TypecastSchema

/// Makes a value of a text, and checks what holds for every one: nothing valid is touched, nothing invalid comes out,
/// and what came out is left as it is when it comes in again.
@discardableResult
func checkCast(_ text: PaddedBytes, by caster: Caster) -> Cast? {
  let isSound = isSound(text, caster)
  let cast: Cast
  do throws(CastError) {
    cast = try caster.cast(text)
  } catch {
    require(!isSound, "a valid text was refused: \(error)")
    require(error.kind != .notMended, "the mended text is no JSON: \(error)")
    require(!error.problems.isEmpty, "a failure without a reason")
    check(error.repairs, of: text)
    return nil
  }
  require(!isSound || cast.isClean, "a valid text was changed: \(cast.repairs)")
  check(cast.repairs, of: text)

  let written = PaddedBytes(JSONWriter().bytes(of: cast.value))
  let options = JSONOptions(depthLimit: JSONOptions.greatestDepthLimit)
  guard let document = try? JSONDocument(written, options: options) else { finding("what came out is no JSON") }
  require(document.root.value == cast.value, "what came out reads as another value: \(cast.value)")
  if let schema = caster.schema {
    require((try? schema.isValid(document)) != false, "the schema refuses what came out: \(cast.value)")
    require((try? schema.validate(document).isValid) != false, "in full the schema refuses it: \(cast.value)")
  }
  do throws(CastError) {
    let twice = try caster.cast(written)
    require(twice.isClean, "a repaired text was repaired again: \(twice.repairs)")
    require(twice.value == cast.value, "a repaired text became another one")
  } catch {
    require(error.kind == .undecided, "a repaired text was refused: \(error)")
  }
  return cast
}

/// Whether a text is valid as it came.
private func isSound(_ text: PaddedBytes, _ caster: Caster) -> Bool {
  guard let document = try? JSONDocument(text, options: JSONOptions(depthLimit: caster.depthLimit)) else {
    return false
  }
  return caster.schema.map { (try? $0.isValid(document)) ?? false } ?? true
}

func check(_ repairs: [Repair], of text: PaddedBytes) {
  for repair in repairs {
    require((0...text.count).contains(repair.offset), "no place in the text: \(repair)")
    require(!repair.message.isEmpty && repair.cost >= 0, "a repair without words or cost: \(repair)")
  }
}
