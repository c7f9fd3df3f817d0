/// A picture for a model that can see.
public struct Image: Hashable, Sendable {
  /// Where the picture is.
  public enum Source: Hashable, Sendable {
    /// Here: the bytes of a file.
    case bytes([UInt8])
    /// On the web, for providers that fetch it themselves.
    case url(String)
  }

  /// The bytes of the picture, or its address.
  public var source: Source

  /// The sort of file, such as `image/png`.
  public var mediaType: String

  /// A picture from the bytes of its file.
  public init(_ bytes: [UInt8], mediaType: String) {
    source = .bytes(bytes)
    self.mediaType = mediaType
  }

  /// A picture on the web. The media type may stay empty where the address says it or the provider finds out.
  public init(url: String, mediaType: String = "") {
    source = .url(url)
    self.mediaType = mediaType
  }
}

extension Image {
  /// What a trace shows of it.
  var trace: String {
    switch source {
    case .bytes(let bytes): "a picture of \(bytes.count) bytes"
    case .url: "a picture on the web"
    }
  }
}
