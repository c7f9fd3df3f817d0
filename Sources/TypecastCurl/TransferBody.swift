import Typecast

/// The body of an answer. Whoever drops it before its end ends the transfer.
final class TransferBody: Sendable {
  private let transfer: Transfer

  init(_ transfer: Transfer) {
    self.transfer = transfer
  }

  deinit { transfer.cancel() }

  struct Iterator: AsyncIteratorProtocol {
    let body: TransferBody

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
      try await body.transfer.next()
    }

    mutating func next() async throws -> [UInt8]? { try await body.transfer.next() }
  }
}
