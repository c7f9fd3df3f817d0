extension CurlTransport {
  /// How a transport reaches the network, where the environment does not say it.
  public struct Options: Sendable {
    /// A file with the certificates of the authorities to trust.
    public var authorities: String?

    /// A folder with such certificates.
    public var authoritiesFolder: String?

    /// The address of a proxy; an empty text for none, whatever the environment says.
    public var proxy: String?

    /// What the transport calls itself, where a request does not say so.
    public var userAgent: String

    /// Where authorities are not given, `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR` say where they are.
    public init(
      authorities: String? = nil, authoritiesFolder: String? = nil, proxy: String? = nil, userAgent: String = "typecast"
    ) {
      self.authorities = authorities ?? Self.variable("CURL_CA_BUNDLE") ?? Self.variable("SSL_CERT_FILE")
      self.authoritiesFolder = authoritiesFolder ?? Self.variable("SSL_CERT_DIR")
      self.proxy = proxy
      self.userAgent = userAgent
    }

    /// A variable that is empty is one that is not set, as for curl.
    private static func variable(_ name: String) -> String? {
      ProcessVariables.value(name).flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}

extension CurlTransport.Options: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The name that is sent; the address of a proxy may hold a password.
  public var description: String { "Options of \(userAgent)" + (proxy == nil ? "" : ", with a proxy") }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
