import Typecast
import TypecastJSON

/// Makes a text JSON: what comes out can be read, and each record tells of a place in it.
func fuzzMend(_ input: FuzzInput) {
  let text = PaddedBytes(Array(input.rest))
  guard let cast = checkCast(text, by: Caster(level: .mend)) else { return }
  // Of members with one key only the last is left, and with the others what is in them.
  if cast.repairs.contains(where: { $0.rule == .repeatedKey }) { return }
  for repair in cast.repairs where !repair.pointer.tokens.isEmpty {
    // Of a long key no more than its beginning is told.
    if repair.pointer.tokens.contains(where: { $0.string.utf8.count > 30 }) { continue }
    var around = repair.pointer
    around.removeLast()
    switch cast.value[around] {
    case .array, .object: break
    default: finding("no place in the value: \(repair), \(cast.value)")
    }
  }
}
