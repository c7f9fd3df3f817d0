import Typecast

extension ErrorTable {
  /// Requests that are not sent, since nothing could come of them.
  static let request = ErrorTable.plain(
    "request", title: "Nothing was sent",
    [.noProvider, .noModel, .noBase, .noKey, .pictureByAddress, .pictureOutOfPlace, .stops, .noVectors, .noTokenCount])
}

extension ErrorRow {
  static let noProvider = ErrorRow(
    "request.provider", .unsent("the name of a model begins with no provider"), kind: .badRequest, another: false,
    "is no provider", "Take one of those that the message names.")
  static let noModel = ErrorRow(
    "request.model", .unsent("a provider is named without a model"), kind: .badRequest, another: false,
    "is a provider alone", "Name the model, too.")
  static let noBase = ErrorRow(
    "request.base", .unsent("there is no base URL, or it is none of HTTP"), kind: .badRequest, another: false,
    "has no address", "Give a base URL.")
  static let noKey = ErrorRow(
    "request.key", .unsent("there is no key, and the provider wants one"), kind: .authentication, "needs a key",
    "Set {key}.")
  static let pictureByAddress = ErrorRow(
    "request.picture.address", .unsent("a picture is given by an address, where the provider takes bytes"),
    kind: .unsupported, "takes pictures as bytes", "Read the picture and give its bytes.")
  static let pictureOutOfPlace = ErrorRow(
    "request.picture.role", .unsent("a picture is in a message of the model or the system"), kind: .unsupported,
    "takes pictures from the user", "Put the picture into a message of the user.")
  static let stops = ErrorRow(
    "request.stop", .unsent("there are more texts to stop at than the provider takes"), kind: .unsupported,
    "takes fewer texts to stop at", "Give fewer in settings.stop, or none.")
  static let noVectors = ErrorRow(
    "request.vectors", .unsent("vectors are asked of a provider that makes none"), kind: .unsupported,
    "makes no vectors", "Ask a model of another provider.")
  static let noTokenCount = ErrorRow(
    "request.tokenCount", .unsent("a count of tokens is asked of a provider that gives none"), kind: .unsupported,
    "counts no tokens without answering", "Take an estimate of 4 bytes each.")
}

extension ModelError {
  /// The failure of a request that is not sent.
  init(_ row: ErrorRow, _ message: String) {
    self.init(
      row.kind, detail: row.detail, row: row.id, message, mayRetry: row.mayRetry,
      anotherModelMayHelp: row.anotherModelMayHelp)
  }
}
