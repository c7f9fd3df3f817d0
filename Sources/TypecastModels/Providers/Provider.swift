import Typecast

/// A provider of models: where it is, how it wants its key, and how it is spoken to.
struct Provider: Sendable {
  /// How a key is shown.
  enum KeyHeader: Hashable, Sendable {
    case bearer
    case named(String)
  }

  /// What stands before the colon in the name of a model.
  let id: String

  /// What messages call it.
  let title: String

  /// Where it is, if nobody says otherwise; nil where somebody has to.
  let base: String?

  /// The environment variables that may say where it is, the first one set counts.
  let baseNames: [String]

  /// The environment variables that may hold its key, the first one set counts.
  let keyNames: [String]

  let keyHeader: KeyHeader

  /// Whether it answers without a key.
  let isOpen: Bool

  let format: any WireFormat

  /// What its failures mean.
  let errors: ErrorTable

  /// What a model can do at an address.
  let profile: @Sendable (_ model: String, _ base: String) -> Profile
}
