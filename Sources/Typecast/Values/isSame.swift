import TypecastJSON

/// Values that hold strings, which are compared by their Unicode scalars.
public protocol ScalarComparable {
  /// Whether both are the same, scalar by scalar.
  static func isSame(_ left: Self, _ right: Self) -> Bool
}

extension String: ScalarComparable {
  public static func isSame(_ left: String, _ right: String) -> Bool { ScalarText(left) == ScalarText(right) }
}

extension Optional: ScalarComparable where Wrapped: ScalarComparable {
  public static func isSame(_ left: Wrapped?, _ right: Wrapped?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): Wrapped.isSame(left, right)
    default: false
    }
  }
}

extension Array: ScalarComparable where Element: ScalarComparable {
  public static func isSame(_ left: [Element], _ right: [Element]) -> Bool {
    left.elementsEqual(right, by: Element.isSame)
  }
}

extension JSONMap: ScalarComparable where Value: ScalarComparable {
  public static func isSame(_ left: JSONMap, _ right: JSONMap) -> Bool {
    left.isEqual(to: right, Value.isSame)
  }
}

/// Whether two values are the same, their strings scalar by scalar.
public func isSame<Value: ScalarComparable>(_ left: Value, _ right: Value) -> Bool {
  Value.isSame(left, right)
}

/// What has a raw value is otherwise compared by that, canonically.
extension TextValue {
  /// Whether both are the same case.
  public static func == (left: Self, right: Self) -> Bool { isSame(left.rawValue, right.rawValue) }

  /// Whether both are different cases.
  public static func != (left: Self, right: Self) -> Bool { !isSame(left.rawValue, right.rawValue) }
}
