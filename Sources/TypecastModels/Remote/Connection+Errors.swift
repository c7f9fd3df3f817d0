import Typecast
import TypecastJSON

extension Connection {
  /// What a failure is about.
  var subject: ErrorVerdict.Subject {
    ErrorVerdict.Subject(
      title: endpoint.provider.title, provider: endpoint.provider.id, model: model,
      keyNames: endpoint.provider.keyNames, secrets: secrets)
  }

  /// What a caller gets to see of whatever went wrong.
  func error(for error: any Error) -> ModelError {
    switch error {
    case let error as ModelError: return error
    case let failure as HTTPFailure:
      return self.error(
        ErrorSignal(
          status: failure.status, headers: failure.headers, body: failure.body, isLocal: endpoint.isLocal),
        body: failure.body, requestID: failure.headers.requestID)
    case let answer as AnswerFault:
      switch answer.fault {
      case .reported(let json):
        let body = JSONWriter().bytes(of: json)
        return self.error(
          ErrorSignal(status: 200, body: body, isLocal: endpoint.isLocal), body: body, requestID: answer.requestID)
      case .malformed(let message):
        return self.error(
          ErrorSignal(malformed: message, isLocal: endpoint.isLocal), body: nil, requestID: answer.requestID)
      }
    case let failure as TransportError:
      var made = self.error(
        ErrorSignal(transport: failure.kind, isLocal: endpoint.isLocal), body: nil, requestID: nil)
      let row = endpoint.provider.errors.row(for: ErrorSignal(transport: failure.kind, isLocal: endpoint.isLocal))
      // The transport says by itself what to do; rows of a provider know it better.
      let isOwn = !ErrorTable.transport.rows.contains { $0.id == row.id }
      let next = isOwn && !row.next.isEmpty ? " \(row.next)" : ""
      // A server may send a request to a host that is called as the key is.
      let failure = TransportError(failure.kind, masked(failure.message))
      made.message = "\(endpoint.provider.title) \(row.what): \(failure.message)\(next)"
      made.underlying = failure
      return made
    case is MissingKey:
      let names = endpoint.provider.keyNames.joined(separator: " or ")
      return ModelError(
        .noKey,
        "\(endpoint.provider.title) needs a key, and there is none. Set \(names), or give the key in code.")
    default:
      return ModelError(
        .connection, row: "transport.other", "\(endpoint.provider.title) could not be asked: \(masked("\(error)"))",
        underlying: error)
    }
  }

  private func error(_ signal: ErrorSignal, body: [UInt8]?, requestID: String?) -> ModelError {
    let verdict = ErrorVerdict(signal, by: endpoint.provider.errors, about: subject, now: Surroundings.now)
    // Half a key at the end would not be known as one.
    let text = body.map {
      String(decoding: masked(String(decoding: $0, as: UTF8.self)).utf8.prefix(64 << 10), as: UTF8.self)
    }
    return ModelError(
      verdict.row.kind, detail: verdict.row.detail, row: verdict.row.id, verdict.message, mayRetry: verdict.mayRetry,
      retryAfter: verdict.retryAfter, anotherModelMayHelp: verdict.row.anotherModelMayHelp, status: signal.status,
      body: text, requestID: (requestID ?? signal.requestID).map(masked))
  }

  /// What the provider says, without what it must not have said.
  func masked(_ text: String) -> String { Masking.masked(text, secrets: secrets) }

  /// The same for the end of an answer. Only the text of the answer itself is left as it is.
  func masked(_ ending: ModelEnding) -> ModelEnding {
    var ending = ending
    ending.requestID = ending.requestID.map(masked)
    ending.explanation = ending.explanation.map(masked)
    ending.model = ending.model.map(masked)
    if !FinishReason.all.contains(ending.finish) {
      ending.finish = FinishReason(rawValue: masked(ending.finish.rawValue))
    }
    return ending
  }
}
