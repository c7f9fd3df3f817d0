import CCurl
import Typecast

/// The owner of one easy handle of libcurl. Only the loop's thread touches it.
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?

  init() {
    guard let pointer = curl_easy_init() else { fatalError("libcurl has no memory for a request") }
    self.pointer = pointer
  }

  deinit {
    curl_easy_cleanup(pointer)
    curl_slist_free_all(headers)
  }

  /// Forgets a request; connections are kept elsewhere.
  func reset() {
    curl_easy_reset(pointer)
    curl_slist_free_all(headers)
    headers = nil
  }

  /// Goes on after the reader of a body was too slow. What had to wait is handed over meanwhile, which may fail.
  func resume() -> CURLcode { curl_easy_pause(pointer, CURLPAUSE_CONT) }

  /// What a proxy answered to who wanted to get through it; 0 where none did.
  var proxyStatus: Int {
    var status = 0
    return typecast_get_long(pointer, CURLINFO_HTTP_CONNECTCODE, &status) == CURLE_OK ? status : 0
  }

  /// The transfer that a handle works for.
  static func transfer(of easy: UnsafeMutableRawPointer) -> Transfer? {
    var user: UnsafeMutableRawPointer?
    guard typecast_get_pointer(easy, CURLINFO_PRIVATE, &user) == CURLE_OK, let user else { return nil }
    return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
  }

  /// Makes it a request that reaches nobody, on whose way libcurl looks for connections that are idle for too long.
  func configureSweep(idleLimit: Duration) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_URL, "http://127.0.0.1/")
    set(CURLOPT_PROXY, "")
    set(CURLOPT_FRESH_CONNECT, 1)
    set(CURLOPT_MAXAGE_CONN, Int(idleLimit.components.seconds))
    _ = typecast_set_open_function(pointer) { _, _, _ in CURL_SOCKET_BAD }
  }

  /// Says everything about a request; an error where libcurl does not take it.
  ///
  /// - Parameter idleLimit: How long a connection may have been idle to be used again.
  func configure(for transfer: Transfer, idleLimit: Duration) -> TransportError? {
    let request = transfer.request
    let options = transfer.options
    let user = Unmanaged.passUnretained(transfer).toOpaque()
    set(CURLOPT_PRIVATE, user)
    set(CURLOPT_NOSIGNAL, 1)
    _ = typecast_leave_lookups(pointer)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_ACCEPT_ENCODING, "")
    set(CURLOPT_HTTP_VERSION, typecast_http_2_over_tls)
    if transfer.address.isSecure { set(CURLOPT_PIPEWAIT, 1) }
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_MAXAGE_CONN, Int(idleLimit.components.seconds))
    if let file = options.authorities {
      set(CURLOPT_CAINFO, file)
      set(CURLOPT_PROXY_CAINFO, file)
    }
    if let folder = options.authoritiesFolder {
      set(CURLOPT_CAPATH, folder)
      set(CURLOPT_PROXY_CAPATH, folder)
    }
    if let proxy = options.proxy { set(CURLOPT_PROXY, proxy) }
    // Without a limit of ours libcurl has one of its own, of five minutes.
    set(CURLOPT_CONNECTTIMEOUT_MS, transfer.limits.connect.map(Self.milliseconds) ?? 2_000_000_000)
    var isTaken = set(CURLOPT_URL, request.url)
    setBody(request)
    isTaken = setHeaders(request, options) && isTaken
    _ = typecast_set_bytes_function(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, user in
      Transfer.at(user)?.take(body: bytes, size * count) ?? 0
    }
    set(CURLOPT_WRITEDATA, user)
    _ = typecast_set_bytes_function(pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, user in
      Transfer.at(user)?.take(header: bytes, size * count) ?? 0
    }
    set(CURLOPT_HEADERDATA, user)
    _ = typecast_set_prereq_function(pointer) { user, _, _, _, _ in
      Transfer.at(user)?.noteConnection()
      return CURL_PREREQFUNC_OK
    }
    set(CURLOPT_PREREQDATA, user)
    _ = typecast_set_open_function(pointer) { user, _, address in
      guard let transfer = Transfer.at(user), let address else { return CURL_SOCKET_BAD }
      return transfer.open(address)
    }
    set(CURLOPT_OPENSOCKETDATA, user)
    return isTaken ? nil : TransportError(.other, "libcurl has no memory for the request to \(transfer.address.name).")
  }

  private func setBody(_ request: HTTPRequest) {
    let method = request.method
    if request.body.isEmpty {
      switch method {
      case "GET": set(CURLOPT_HTTPGET, 1)
      case "HEAD": set(CURLOPT_NOBODY, 1)
      case "POST":
        set(CURLOPT_POST, 1)
        _ = typecast_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, 0)
        set(CURLOPT_COPYPOSTFIELDS, "")
      default: set(CURLOPT_CUSTOMREQUEST, method)
      }
      return
    }
    set(CURLOPT_POST, 1)
    _ = typecast_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
    request.body.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { _ = typecast_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, start) }
    }
    if method != "POST" { set(CURLOPT_CUSTOMREQUEST, method) }
  }

  private func setHeaders(_ request: HTTPRequest, _ options: CurlTransport.Options) -> Bool {
    for field in request.headers.fields {
      // A header without a value has to be written with a semicolon.
      guard append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)") else { return false }
    }
    // What libcurl adds by itself, and nobody asked for.
    for name in ["Expect", "Content-Type"] where request.headers[name] == nil {
      guard append("\(name):") else { return false }
    }
    if request.headers["user-agent"] == nil { set(CURLOPT_USERAGENT, options.userAgent) }
    return typecast_set_pointer(pointer, CURLOPT_HTTPHEADER, headers) == CURLE_OK
  }

  private func append(_ line: String) -> Bool {
    guard let longer = curl_slist_append(headers, line) else { return false }
    headers = longer
    return true
  }

  private func set(_ option: CURLoption, _ value: Int) { _ = typecast_set_long(pointer, option, value) }

  @discardableResult
  private func set(_ option: CURLoption, _ value: String) -> Bool {
    typecast_set_text(pointer, option, value) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) {
    _ = typecast_set_pointer(pointer, option, value)
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return max(Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000), 1)
  }
}
