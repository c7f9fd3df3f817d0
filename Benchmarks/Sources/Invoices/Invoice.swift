/// An invoice, as a user would declare it; `Codable` is synthesized.
public struct Invoice: Codable, Equatable, Sendable {
  public enum Currency: String, Codable, Sendable { case eur = "EUR", usd = "USD", gbp = "GBP", sek = "SEK" }
  public enum Status: String, Codable, Sendable { case draft, sent, paid, void }

  public var number: String
  public var issued: String
  public var due: String
  public var currency: Currency
  public var status: Status
  public var customer: Customer
  public var lines: [Line]
  public var taxRate: Double
  public var total: Double
  public var reverseCharge: Bool
  public var reference: String?
  public var notes: [String]
}

public struct Customer: Codable, Equatable, Sendable {
  public var id: Int
  public var name: String
  public var email: String
  public var vatNumber: String?
  public var address: Address
}

public struct Address: Codable, Equatable, Sendable {
  public var street: String
  public var city: String
  public var postalCode: String
  public var country: String
}

public struct Line: Codable, Equatable, Sendable {
  public enum Unit: String, Codable, Sendable { case piece, hour, kilogram, metre }

  public var sku: String
  public var description: String
  public var quantity: Int
  public var unit: Unit
  public var unitPrice: Double
  public var discount: Double?
  public var amount: Double
}
