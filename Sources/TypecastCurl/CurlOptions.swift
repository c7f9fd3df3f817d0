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

    public init(
      authorities: String? = nil, authoritiesFolder: String? = nil, proxy: String? = nil, userAgent: String = "typecast"
    ) {
      self.authorities =
        authorities ?? ProcessVariables.value("CURL_CA_BUNDLE") ?? ProcessVariables.value("SSL_CERT_FILE")
      self.authoritiesFolder = authoritiesFolder ?? ProcessVariables.value("SSL_CERT_DIR")
      self.proxy = proxy
      self.userAgent = userAgent
    }
  }
}
