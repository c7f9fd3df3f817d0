public import TypecastJSON

extension Invoice {
  private static let keys = JSONKeys(
    "number", "issued", "due", "currency", "status", "customer", "lines", "taxRate", "total", "reverseCharge",
    "reference", "notes")

  /// Reads a text and checks every constraint of the schema.
  public static func decode(_ source: PaddedBytes) throws(JSONError) -> Invoice {
    var reader = JSONReader(source)
    let invoice = try Invoice(from: &reader)
    try reader.finish()
    return invoice
  }

  @inline(never)
  init(from reader: inout JSONReader) throws(JSONError) {
    var number = ""
    var issued = ""
    var due = ""
    var currency = Currency.eur
    var status = Status.draft
    var customer: Customer?
    var lines: [Line] = []
    var taxRate = 0.0
    var total = 0.0
    var reverseCharge = false
    var reference: String?
    var notes: [String] = []

    let start = reader.mark
    var seen: UInt64 = 0
    var index = try reader.openObject(predicting: #"{"number":"#, of: Self.keys)
    while index >= 0 {
      if index < 12 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        if seen & bit != 0 { try reader.repeatKey() }
        seen |= bit
      }
      switch index {
      case 0:
        number = try reader.string(matching: Patterns.invoiceNumber)
        index = try reader.nextKey(predicting: 1, as: #","issued":"#, of: Self.keys)
      case 1:
        issued = try reader.string(matching: Patterns.date)
        index = try reader.nextKey(predicting: 2, as: #","due":"#, of: Self.keys)
      case 2:
        due = try reader.string(matching: Patterns.date)
        index = try reader.nextKey(predicting: 3, as: #","currency":"#, of: Self.keys)
      case 3:
        currency = try Currency(from: &reader)
        index = try reader.nextKey(predicting: 4, as: #","status":"#, of: Self.keys)
      case 4:
        status = try Status(from: &reader)
        index = try reader.nextKey(predicting: 5, as: #","customer":"#, of: Self.keys)
      case 5:
        customer = try Customer(from: &reader)
        index = try reader.nextKey(predicting: 6, as: #","lines":"#, of: Self.keys)
      case 6:
        lines = try Line.array(from: &reader)
        index = try reader.nextKey(predicting: 7, as: #","taxRate":"#, of: Self.keys)
      case 7:
        taxRate = try reader.double(from: 0, to: 1)
        index = try reader.nextKey(predicting: 8, as: #","total":"#, of: Self.keys)
      case 8:
        total = try reader.amount()
        index = try reader.nextKey(predicting: 9, as: #","reverseCharge":"#, of: Self.keys)
      case 9:
        reverseCharge = try reader.bool()
        index = try reader.nextKey(
          predicting: 10, as: #","reference":"#, or: 11, as: #","notes":"#, of: Self.keys)
      case 10:
        reference = try reader.null() ? nil : reader.string(atLeast: 1, atMost: 60)
        index = try reader.nextKey(predicting: 11, as: #","notes":"#, of: Self.keys)
      case 11:
        notes = try reader.notes()
        index = try reader.closeObject(of: Self.keys)
      default:
        throw reader.unknown()
      }
    }
    // "reference" may be missing.
    guard seen | 1 << 10 == 0xFFF, let customer else { throw reader.missing(seen | 1 << 10, at: start) }
    self.init(
      number: number, issued: issued, due: due, currency: currency, status: status, customer: customer, lines: lines,
      taxRate: taxRate, total: total, reverseCharge: reverseCharge, reference: reference, notes: notes)
  }
}

extension Customer {
  private static let keys = JSONKeys("id", "name", "email", "vatNumber", "address")

  @inline(never)
  init(from reader: inout JSONReader) throws(JSONError) {
    var id = 0
    var name = ""
    var email = ""
    var vatNumber: String?
    var address: Address?

    let start = reader.mark
    var seen: UInt64 = 0
    var index = try reader.openObject(predicting: #"{"id":"#, of: Self.keys)
    while index >= 0 {
      if index < 5 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        if seen & bit != 0 { try reader.repeatKey() }
        seen |= bit
      }
      switch index {
      case 0:
        id = try reader.int(from: 1, to: .max)
        index = try reader.nextKey(predicting: 1, as: #","name":"#, of: Self.keys)
      case 1:
        name = try reader.string(atLeast: 1, atMost: 80)
        index = try reader.nextKey(predicting: 2, as: #","email":"#, of: Self.keys)
      case 2:
        email = try reader.string(matching: Patterns.email)
        index = try reader.nextKey(
          predicting: 3, as: #","vatNumber":"#, or: 4, as: #","address":"#, of: Self.keys)
      case 3:
        vatNumber = try reader.string(atLeast: 4, atMost: 16)
        index = try reader.nextKey(predicting: 4, as: #","address":"#, of: Self.keys)
      case 4:
        address = try Address(from: &reader)
        index = try reader.closeObject(of: Self.keys)
      default:
        throw reader.unknown()
      }
    }
    guard seen | 1 << 3 == 0x1F, let address else { throw reader.missing(seen | 1 << 3, at: start) }
    self.init(id: id, name: name, email: email, vatNumber: vatNumber, address: address)
  }
}

extension Address {
  private static let keys = JSONKeys("street", "city", "postalCode", "country")

  @inline(never)
  init(from reader: inout JSONReader) throws(JSONError) {
    var street = ""
    var city = ""
    var postalCode = ""
    var country = ""

    let start = reader.mark
    var seen: UInt64 = 0
    var index = try reader.openObject(predicting: #"{"street":"#, of: Self.keys)
    while index >= 0 {
      if index < 4 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        if seen & bit != 0 { try reader.repeatKey() }
        seen |= bit
      }
      switch index {
      case 0:
        street = try reader.string(atLeast: 1, atMost: 120)
        index = try reader.nextKey(predicting: 1, as: #","city":"#, of: Self.keys)
      case 1:
        city = try reader.string(atLeast: 1, atMost: 80)
        index = try reader.nextKey(predicting: 2, as: #","postalCode":"#, of: Self.keys)
      case 2:
        postalCode = try reader.string(matching: Patterns.postalCode)
        index = try reader.nextKey(predicting: 3, as: #","country":"#, of: Self.keys)
      case 3:
        country = try reader.string(matching: Patterns.country)
        index = try reader.closeObject(of: Self.keys)
      default:
        throw reader.unknown()
      }
    }
    guard seen == 0xF else { throw reader.missing(seen, at: start) }
    self.init(street: street, city: city, postalCode: postalCode, country: country)
  }
}

extension Line {
  private static let keys = JSONKeys(
    "sku", "description", "quantity", "unit", "unitPrice", "discount", "amount")

  /// One to a hundred lines.
  @inline(never)
  static func array(from reader: inout JSONReader) throws(JSONError) -> [Line] {
    let start = reader.mark
    var lines: [Line] = []
    if try reader.openArray() {
      lines.reserveCapacity(8)
      repeat { lines.append(try Line(from: &reader)) } while try reader.nextElement()
    }
    guard lines.count >= 1 && lines.count <= 100 else { throw reader.violation("1 to 100 lines", at: start) }
    return lines
  }

  @inline(never)
  init(from reader: inout JSONReader) throws(JSONError) {
    var sku = ""
    var description = ""
    var quantity = 0
    var unit = Unit.piece
    var unitPrice = 0.0
    var discount: Double?
    var amount = 0.0

    let start = reader.mark
    var seen: UInt64 = 0
    var index = try reader.openObject(predicting: #"{"sku":"#, of: Self.keys)
    while index >= 0 {
      if index < 7 {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        if seen & bit != 0 { try reader.repeatKey() }
        seen |= bit
      }
      switch index {
      case 0:
        sku = try reader.string(matching: Patterns.sku)
        index = try reader.nextKey(predicting: 1, as: #","description":"#, of: Self.keys)
      case 1:
        description = try reader.string(atLeast: 1, atMost: 200)
        index = try reader.nextKey(predicting: 2, as: #","quantity":"#, of: Self.keys)
      case 2:
        quantity = try reader.int(from: 1, to: 10_000)
        index = try reader.nextKey(predicting: 3, as: #","unit":"#, of: Self.keys)
      case 3:
        unit = try Unit(from: &reader)
        index = try reader.nextKey(predicting: 4, as: #","unitPrice":"#, of: Self.keys)
      case 4:
        unitPrice = try reader.amount()
        index = try reader.nextKey(
          predicting: 5, as: #","discount":"#, or: 6, as: #","amount":"#, of: Self.keys)
      case 5:
        discount = try reader.double(from: 0, to: 1)
        index = try reader.nextKey(predicting: 6, as: #","amount":"#, of: Self.keys)
      case 6:
        amount = try reader.amount()
        index = try reader.closeObject(of: Self.keys)
      default:
        throw reader.unknown()
      }
    }
    guard seen | 1 << 5 == 0x7F else { throw reader.missing(seen | 1 << 5, at: start) }
    self.init(
      sku: sku, description: description, quantity: quantity, unit: unit, unitPrice: unitPrice, discount: discount,
      amount: amount)
  }
}

extension Invoice.Currency {
  init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.mark
    if reader.consume(#""EUR""#) {
      self = .eur
    } else if reader.consume(#""USD""#) {
      self = .usd
    } else if reader.consume(#""GBP""#) {
      self = .gbp
    } else if reader.consume(#""SEK""#) {
      self = .sek
    } else if let found = try Self(rawValue: reader.string()) {
      self = found
    } else {
      throw reader.violation("a currency", at: start)
    }
  }
}

extension Invoice.Status {
  init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.mark
    if reader.consume(#""draft""#) {
      self = .draft
    } else if reader.consume(#""sent""#) {
      self = .sent
    } else if reader.consume(#""paid""#) {
      self = .paid
    } else if reader.consume(#""void""#) {
      self = .void
    } else if let found = try Self(rawValue: reader.string()) {
      self = found
    } else {
      throw reader.violation("a status", at: start)
    }
  }
}

extension Line.Unit {
  init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.mark
    if reader.consume(#""piece""#) {
      self = .piece
    } else if reader.consume(#""hour""#) {
      self = .hour
    } else if reader.consume(#""kilogram""#) {
      self = .kilogram
    } else if reader.consume(#""metre""#) {
      self = .metre
    } else if let found = try Self(rawValue: reader.string()) {
      self = found
    } else {
      throw reader.violation("a unit", at: start)
    }
  }
}
