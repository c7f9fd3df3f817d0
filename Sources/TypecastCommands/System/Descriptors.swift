#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Input from an open file descriptor.
final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let closesAtEnd: Bool

  /// - Parameter closesAtEnd: Whether the descriptor is closed when nobody has the source any more.
  init(_ descriptor: Int32, closesAtEnd: Bool = false) {
    self.descriptor = descriptor
    self.closesAtEnd = closesAtEnd
  }

  deinit {
    if closesAtEnd { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure> {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return .success(count) }
      let code = errno
      switch code {
      case EINTR: continue
      case EAGAIN: wait(for: Int16(POLLIN), on: descriptor, milliseconds: -1)
      default: return .failure(SystemFailure(code: code))
      }
    }
  }

  var isReady: Bool {
    wait(for: Int16(POLLIN), on: descriptor, milliseconds: 0)
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }
}

/// Output to an open file descriptor.
final class DescriptorSink: ByteSink {
  private let descriptor: Int32

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> Result<Void, SystemFailure> {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, piece.baseAddress, piece.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, piece.baseAddress, piece.count)
      #else
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      #endif
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let code = errno
      switch code {
      case EINTR: continue
      case EAGAIN: wait(for: Int16(POLLOUT), on: descriptor, milliseconds: -1)
      default: return .failure(SystemFailure(code: code))
      }
    }
    return .success(())
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }
}

/// Whether the descriptor is ready, or at its end or in error, within the time; a negative time is for ever.
@discardableResult
private func wait(for events: Int16, on descriptor: Int32, milliseconds: Int32) -> Bool {
  var request = pollfd(fd: descriptor, events: events, revents: 0)
  return poll(&request, 1, milliseconds) > 0
}

extension SystemFailure {
  /// The system's own words for it.
  var reason: String {
    var text = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var isClosedPipe: Bool { code == EPIPE }

  static let tooLarge = SystemFailure(code: EFBIG)
}
