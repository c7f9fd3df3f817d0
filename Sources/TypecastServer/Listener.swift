import CMicroHTTPD

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A socket that takes connections.
struct Listener {
  let socket: Int32
  let port: Int

  /// Opens one for each address of a host, all at the same port.
  static func open(host: String, port: Int) throws(ServerError) -> [Listener] {
    guard (0...65535).contains(port) else {
      throw ServerError(.badAddress, "There is no port \(port); choose one from 1 to 65535, or 0 for any that is free.")
    }
    let addresses = try addresses(of: host)
    // A port that is free at one address may be taken at the next: then another one is tried.
    for _ in 0..<16 {
      do {
        return try open(addresses, host: host, port: port)
      } catch {
        guard port == 0, addresses.count > 1, error.kind == .inUse else { throw error }
      }
    }
    throw ServerError(.inUse, "No port is free at all addresses of \(host); name one with a number, or one address.")
  }

  /// The same socket once more, for a daemon. One that starts closes it when it ends; one that does not start may have
  /// closed it or not.
  func copy() -> Int32 { fcntl(socket, F_DUPFD_CLOEXEC, 0) }

  func close() { _ = systemClose(socket) }

  /// Frees the port, whoever has a copy.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  private static func open(_ addresses: [SocketAddress], host: String, port: Int) throws(ServerError) -> [Listener] {
    var opened: [Listener] = []
    var absent: Int32?
    for address in addresses {
      let (socket, code) = address.listen(port: opened.first?.port ?? port)
      if socket >= 0 {
        opened.append(Listener(socket: socket, port: Int(typecast_port_of_listener(socket))))
      } else if code == EADDRNOTAVAIL || code == EAFNOSUPPORT {
        // A machine may know a host by an address of a kind that it does not use.
        absent = code
      } else {
        for listener in opened { listener.close() }
        throw failure(code, host: host, port: port)
      }
    }
    if opened.isEmpty, let absent { throw failure(absent, host: host, port: port) }
    return opened
  }

  private static func failure(_ code: Int32, host: String, port: Int) -> ServerError {
    switch code {
    case EADDRINUSE:
      ServerError(
        .inUse, "Port \(port) of \(host) is in use; end what listens there, or choose another port, or 0 for any.")
    case EACCES, EPERM:
      ServerError(
        .forbidden, "The system does not allow to listen at port \(port) of \(host); choose a port above 1023.")
    case EADDRNOTAVAIL, EAFNOSUPPORT:
      ServerError(.badAddress, "\(host) is no address of this machine; choose 127.0.0.1, or one that it has.")
    default:
      ServerError(.other, "Nothing can listen at port \(port) of \(host): \(String(cString: strerror(code))).")
    }
  }

  /// The addresses of a host. `localhost` is both of its kinds, as programs differ in which they try.
  private static func addresses(of host: String) throws(ServerError) -> [SocketAddress] {
    var name = host
    if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
    guard !name.isEmpty, name != "*", !name.utf8.contains(0) else {
      throw ServerError(
        .badAddress, "There is no host to listen at; name one, such as 127.0.0.1, or 0.0.0.0 for all of this machine.")
    }
    let names = name == "localhost" ? ["127.0.0.1", "::1"] : [name]
    var addresses: [SocketAddress] = []
    for name in names {
      for address in SocketAddress.all(of: name) where !addresses.contains(address) { addresses.append(address) }
    }
    guard !addresses.isEmpty else {
      throw ServerError(.badAddress, "There is no host '\(host)' to listen at; choose 127.0.0.1, or correct the name.")
    }
    return addresses
  }
}

/// An address of a host, as the system has it.
private struct SocketAddress: Equatable {
  let bytes: [UInt8]

  /// The addresses that the system knows for a name; none where it does not know it.
  static func all(of name: String) -> [SocketAddress] {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var first: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, &hints, &first) == 0 else { return [] }
    defer { freeaddrinfo(first) }
    var addresses: [SocketAddress] = []
    var next = first
    while let info = next?.pointee {
      if info.ai_family == AF_INET || info.ai_family == AF_INET6, let address = info.ai_addr {
        addresses.append(
          SocketAddress(bytes: Array(UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen)))))
      }
      next = info.ai_next
    }
    return addresses
  }

  /// Listens at a port; a socket of -1 has a reason.
  func listen(port: Int) -> (socket: Int32, code: Int32) {
    var storage = sockaddr_storage()
    withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
    return withUnsafeMutablePointer(to: &storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        typecast_set_address_port(address, Int32(port))
        let socket = typecast_listen(address, socklen_t(bytes.count))
        return (socket, errno)
      }
    }
  }
}

/// `close` of the system, which a method of the same name hides.
private func systemClose(_ socket: Int32) -> Int32 { close(socket) }
