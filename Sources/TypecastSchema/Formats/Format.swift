/// A value of the keyword `format` that the specification gives a meaning.
///
/// Two cases may share a ``name`` where editions of the specification gave it different meanings: ``named(_:in:)``
/// picks the right one.
public enum Format: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// `date-time`: 2024-05-01T12:00:00Z.
  case dateTime = 0
  /// `date`: 2024-05-01.
  case date = 1
  /// `time`, with its offset: 14:00:00+02:00.
  case time = 2
  /// `duration`: P3DT4H.
  case duration = 3
  /// `email`: jane.doe@example.com.
  case email = 4
  /// `idn-email`, which may have letters of all scripts.
  case idnEmail = 5
  /// `hostname`: www.example.com.
  case hostname = 6
  /// `idn-hostname`, which may have letters of all scripts.
  case idnHostname = 7
  /// `ipv4`: 192.0.2.1.
  case ipv4 = 8
  /// `ipv6`: 2001:db8::1.
  case ipv6 = 9
  /// `uri`, which is absolute.
  case uri = 10
  /// `uri-reference`: a URI, or a part of one.
  case uriReference = 11
  /// `iri`: a URI that may have letters of all scripts.
  case iri = 12
  /// `iri-reference`: an IRI, or a part of one.
  case iriReference = 13
  /// `uuid`: 123e4567-e89b-12d3-a456-426614174000.
  case uuid = 14
  /// `uri-template` of RFC 6570: /users/{user}.
  case uriTemplate = 15
  /// `json-pointer`: /lines/0/amount.
  case jsonPointer = 16
  /// `relative-json-pointer` as drafts 7 and 2019-09 have it: 1/name.
  case relativeJSONPointer = 17
  /// `relative-json-pointer` as draft 2020-12 has it: array indexes can be moved, as in `0+1/name`.
  case relativeJSONPointerWithOffset = 18
  /// `regex`: a regular expression of ECMA-262.
  case regex = 19

  /// The formats whose strings generated code holds in types of their own.
  package static let typed: Set<Format> = [.dateTime, .date, .time, .duration, .email, .uuid, .uri]

  /// The format that a draft defines under a name; `nil` for a name that the draft leaves to others.
  public static func named(_ name: String, in draft: Draft) -> Format? {
    allCases.first { $0.rule.drafts.contains(draft) && $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The spelling in a schema, such as `date-time`.
  public var name: String { rule.name }

  /// What a string of this format is, as the end of the sentence "expected …", with an example.
  public var explanation: String { rule.explanation }

  /// Whether a string is of this format.
  public func accepts(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(accepts)
  }

  /// Whether a string, given as UTF-8 without quotes and escapes, is of this format.
  public func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .dateTime: DateTimeFormat.accepts(utf8)
    case .date: DateFormat.accepts(utf8)
    case .time: TimeFormat.accepts(utf8)
    case .duration: DurationFormat.accepts(utf8)
    case .email: EmailFormat.accepts(utf8)
    case .idnEmail: IDNEmailFormat.accepts(utf8)
    case .hostname: HostnameFormat.accepts(utf8)
    case .idnHostname: IDNHostnameFormat.accepts(utf8)
    case .ipv4: IPv4Format.accepts(utf8)
    case .ipv6: IPv6Format.accepts(utf8)
    case .uri: URIFormat.accepts(utf8)
    case .uriReference: URIReferenceFormat.accepts(utf8)
    case .iri: IRIFormat.accepts(utf8)
    case .iriReference: IRIReferenceFormat.accepts(utf8)
    case .uuid: UUIDFormat.accepts(utf8)
    case .uriTemplate: URITemplateFormat.accepts(utf8)
    case .jsonPointer: JSONPointerFormat.accepts(utf8)
    case .relativeJSONPointer: RelativeJSONPointerFormat.accepts(utf8)
    case .relativeJSONPointerWithOffset: RelativeJSONPointerWithOffsetFormat.accepts(utf8)
    case .regex: RegexFormat.accepts(utf8)
    }
  }

  private var rule: any FormatRule.Type {
    switch self {
    case .dateTime: DateTimeFormat.self
    case .date: DateFormat.self
    case .time: TimeFormat.self
    case .duration: DurationFormat.self
    case .email: EmailFormat.self
    case .idnEmail: IDNEmailFormat.self
    case .hostname: HostnameFormat.self
    case .idnHostname: IDNHostnameFormat.self
    case .ipv4: IPv4Format.self
    case .ipv6: IPv6Format.self
    case .uri: URIFormat.self
    case .uriReference: URIReferenceFormat.self
    case .iri: IRIFormat.self
    case .iriReference: IRIReferenceFormat.self
    case .uuid: UUIDFormat.self
    case .uriTemplate: URITemplateFormat.self
    case .jsonPointer: JSONPointerFormat.self
    case .relativeJSONPointer: RelativeJSONPointerFormat.self
    case .relativeJSONPointerWithOffset: RelativeJSONPointerWithOffsetFormat.self
    case .regex: RegexFormat.self
    }
  }
}
