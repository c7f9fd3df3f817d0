public import TypecastJSON

/// What was done to make an answer valid: each change leaves one of these.
public struct Repair: Hashable, Sendable {
  /// The kind of change.
  public var rule: RepairRule

  /// The place in the value.
  public var pointer: JSONPointer

  /// The place in the text as it came, in bytes.
  public var offset: Int

  /// What the change costs; a higher sum is a bolder guess.
  public var cost: Int

  /// What was done, in words.
  public var message: String

  /// A change as rules note it. It costs what its rule does, unless another cost is given.
  public init(_ rule: RepairRule, at pointer: JSONPointer, offset: Int, message: String, cost: Int? = nil) {
    self.rule = rule
    self.pointer = pointer
    self.offset = offset
    self.cost = cost ?? rule.cost
    self.message = message
  }
}

extension Repair: CustomStringConvertible {
  public var description: String {
    "\(rule.rawValue) at \(pointer.description.isEmpty ? "the top" : pointer.description) (byte \(offset)): \(message)"
  }
}
