import Typecast

extension RemoteModel {
  func error(for error: any Error) -> ModelError {
    if let error = error as? ModelError { return error }
    return ModelError(.server, row: "stub", "\(error)")
  }
}
extension RateLimit {
  static func all(in headers: HTTPHeaders) -> [RateLimit] { [] }
}
