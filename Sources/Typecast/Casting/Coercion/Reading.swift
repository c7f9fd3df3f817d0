import TypecastJSON

/// A place that is read: where it stands in the value as it will be, and in the document as it came.
struct Place {
  var target = JSONPointer()
  var source = JSONPointer()

  func member(_ key: String, from name: String? = nil) -> Place {
    Place(target: target.appending(key), source: source.appending(name ?? key))
  }

  func element(_ index: Int, from number: Int? = nil) -> Place {
    Place(target: target.appending(index), source: source.appending(number ?? index))
  }

  /// The same source for a value that stands one level further in than it did.
  func wrapped(_ token: String) -> Place { Place(target: target.appending(token), source: source) }

  /// The same target for a value that stood further in.
  func unwrapped(_ token: String) -> Place { Place(target: target, source: source.appending(token)) }
}

/// A change that a reading makes.
struct Change {
  var rule: RepairRule
  var place: Place
  var message: String
  var cost: Int
}

/// One way to read a value by a shape.
struct Reading {
  /// What a part costs that can't be read.
  static let failure = 10_000

  var value: JSONValue
  var changes: [Change] = []

  /// What the changes cost, and the parts that can't be read.
  var cost = 0

  var isSound: Bool { cost < Self.failure }

  static func failed(_ value: JSONValue) -> Reading { Reading(value: value, cost: failure) }

  mutating func add(_ rule: RepairRule, at place: Place, _ message: String, cost: Int? = nil) {
    let cost = cost ?? rule.cost
    changes.append(Change(rule: rule, place: place, message: message, cost: cost))
    self.cost += cost
  }

  /// Takes over what a part of the value took.
  mutating func include(_ part: Reading) {
    changes += part.changes
    cost += part.cost
  }

  /// The same after a change in front of it.
  func behind(_ rule: RepairRule, at place: Place, _ message: String, cost: Int? = nil) -> Reading {
    var result = Reading(value: value)
    result.add(rule, at: place, message, cost: cost)
    result.include(self)
    return result
  }
}
