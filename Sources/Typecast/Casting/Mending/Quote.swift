import TypecastJSON

/// Where a text stands; what may come behind it turns on that.
enum TextPlace {
  case top, key, member, element, argument
}

/// A mark that opens or closes a text.
struct Quote {
  enum Style { case double, single, curly }

  let style: Style

  /// How many bytes it takes.
  let count: Int

  /// The mark that comes next; nil if none does.
  init?(_ at: UnsafePointer<UInt8>) {
    switch at.pointee {
    case 0x22: self.init(.double, 1)
    case 0x27, 0x60: self.init(.single, 1)
    // ´
    case 0xC2 where at[1] == 0xB4: self.init(.single, 2)
    // ‘ ’ ‚ ‛ and “ ” „ ‟
    case 0xE2 where at[1] == 0x80 && at[2] >= 0x98 && at[2] <= 0x9F:
      self.init(at[2] < 0x9C ? .single : .curly, 3)
    default: return nil
    }
  }

  private init(_ style: Style, _ count: Int) {
    self.style = style
    self.count = count
  }

  /// Whether this mark may close a text that another one opened.
  func closes(_ opening: Quote) -> Bool {
    style == opening.style || (opening.style == .curly && style == .double)
  }
}
