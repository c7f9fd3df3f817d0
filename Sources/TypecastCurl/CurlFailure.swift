import CCurl
import Typecast

/// What results of libcurl mean to who sent a request.
enum CurlFailure {
  static func error(for code: CURLcode, at address: Address, hasHead: Bool, _ limits: TimeLimits) -> TransportError? {
    let host = address.name
    switch code {
    case CURLE_OK: return nil
    case CURLE_COULDNT_RESOLVE_HOST:
      return TransportError(.dns, "There is no host '\(host)'; correct the base URL, or look at the network.")
    case CURLE_COULDNT_RESOLVE_PROXY:
      return TransportError(.dns, "The proxy for \(host) is not found; look at https_proxy and its like.")
    case CURLE_COULDNT_CONNECT:
      return TransportError(.refused, "Nobody answers at \(host); start the server, or correct the base URL.")
    case CURLE_OPERATION_TIMEDOUT:
      let limit = limits.connect.map { " in \($0.short)" } ?? ""
      return TransportError(
        .connectTimeout, "No connection to \(host)\(limit); look at the network, or raise timeLimits.connect.")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED,
      CURLE_SSL_INVALIDCERTSTATUS:
      return TransportError(
        .tls,
        "No trusted connection to \(host): \(text(code)). Look at its certificate, and at CURL_CA_BUNDLE where it is one of "
          + "your own.")
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM,
      CURLE_HTTP3:
      return hasHead
        ? TransportError(.cut, "The answer of \(host) broke off before its end (\(text(code))).")
        : TransportError(.reset, "\(host) broke the connection off before it answered (\(text(code))).")
    case CURLE_URL_MALFORMAT:
      return TransportError(.badRequest, "The address at \(host) is malformed; correct the base URL.")
    case CURLE_OUT_OF_MEMORY:
      return TransportError(
        .tooLarge, "\(host) answered with a header that is longer than libcurl takes, or there is no memory left.")
    case CURLE_WRITE_ERROR:
      // What is written here is never refused without a reason of its own: it could not be unpacked.
      return TransportError(.malformed, "\(host) answered with a body that is packed in the wrong way.")
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING:
      return TransportError(.malformed, "\(host) answered with something that is no HTTP (\(text(code))).")
    default: return TransportError(.other, "The request to \(host) failed: \(text(code)).")
    }
  }

  /// What it means that a proxy did not let a request through; nil where it did, or where there is none.
  static func error(forProxyStatus status: Int, at address: Address) -> TransportError? {
    guard status != 0, !(200...299).contains(status) else { return nil }
    let advice =
      status == 407 ? "put a name and a password into https_proxy" : "look at https_proxy, or name the host in no_proxy"
    // What a proxy has against who asks does not pass by itself.
    let isLasting = (400...499).contains(status) && status != 408 && status != 429
    return TransportError(
      isLasting ? .badRequest : .refused,
      "The proxy did not let \(address.name) be reached (status \(status)); \(advice).")
  }

  /// The words of libcurl for a result, which hold nothing of the request.
  private static func text(_ code: CURLcode) -> String {
    curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
  }
}
