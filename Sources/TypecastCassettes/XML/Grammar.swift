import CLibXML2

/// The grammar of cassettes, in RELAX NG.
public enum Grammar {
  /// The grammar as it can be given to any validator.
  public static let text = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Cassettes: exchanges with servers, as they were sent. -->
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <element name="cassette">
          <attribute name="version"><value>1</value></attribute>
          <attribute name="origin"><choice><value>recorded</value><value>authored</value></choice></attribute>
          <optional><ref name="note"/></optional>
          <zeroOrMore><ref name="exchange"/></zeroOrMore>
        </element>
      </start>

      <!-- A request, and its answer or the failure of the transport. -->
      <define name="exchange">
        <element name="exchange">
          <optional><attribute name="id"><data type="string"/></attribute></optional>
          <optional>
            <attribute name="recorded">
              <data type="string">
                <param name="pattern">\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z</param>
              </data>
            </attribute>
          </optional>
          <optional><ref name="note"/></optional>
          <element name="request">
            <attribute name="method"><data type="string"><param name="minLength">1</param></data></attribute>
            <attribute name="url"><data type="string"><param name="minLength">1</param></data></attribute>
            <zeroOrMore><ref name="header"/></zeroOrMore>
            <zeroOrMore><element name="body"><ref name="content"/></element></zeroOrMore>
          </element>
          <choice><ref name="response"/><ref name="failure"/></choice>
        </element>
      </define>

      <!-- The body: chunks as they came, or the whole with the places where it was cut.
           A chunk without a time, and a second body, go on with the one before: no text is endless. -->
      <define name="response">
        <element name="response">
          <attribute name="status">
            <data type="integer"><param name="minInclusive">100</param><param name="maxInclusive">999</param></data>
          </attribute>
          <ref name="time"/>
          <zeroOrMore><ref name="header"/></zeroOrMore>
          <choice>
            <zeroOrMore>
              <element name="chunk"><optional><ref name="time"/></optional><ref name="content"/></element>
            </zeroOrMore>
            <group>
              <oneOrMore>
                <element name="piece"><ref name="time"/><attribute name="bytes"><ref name="count"/></attribute></element>
              </oneOrMore>
              <oneOrMore><element name="body"><ref name="content"/></element></oneOrMore>
            </group>
          </choice>
          <optional><ref name="failure"/></optional>
        </element>
      </define>

      <!-- How a connection ended that was not meant to. -->
      <define name="failure">
        <element name="failure">
          <attribute name="kind">
            <data type="string"><param name="pattern">[A-Za-z][A-Za-z.]*</param></data>
          </attribute>
          <ref name="time"/>
          <text/>
        </element>
      </define>

      <define name="header">
        <element name="header">
          <attribute name="name"><data type="string"><param name="minLength">1</param></data></attribute>
          <optional><attribute name="as"><value>base64</value></attribute></optional>
          <text/>
        </element>
      </define>

      <define name="note"><element name="note"><text/></element></define>

      <!-- Bytes: as JSON that is laid out, of which the compact form counts; as text; or as base64. -->
      <define name="content">
        <attribute name="as">
          <choice><value>json</value><value>text</value><value>base64</value></choice>
        </attribute>
        <text/>
      </define>

      <!-- Seconds after the request. -->
      <define name="time">
        <attribute name="at">
          <data type="string"><param name="pattern">\d{1,9}(\.\d{1,9})?</param></data>
        </attribute>
      </define>

      <define name="count"><data type="string"><param name="pattern">\d{1,12}</param></data></define>
    </grammar>
    """# + "\n"

  /// The grammar as libxml2 holds it: made once, and only read after that.
  struct Compiled: @unchecked Sendable {
    let pointer: xmlRelaxNGPtr
  }

  static func compiled() throws(CassetteError) -> Compiled { try known.get() }

  private static let known = Result<Compiled, CassetteError> { () throws(CassetteError) in try make() }

  private static func make() throws(CassetteError) -> Compiled {
    xmlInitParser()
    let errors = ErrorList()
    var text = Self.text
    let schema = text.withUTF8 { bytes -> xmlRelaxNGPtr? in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let context = xmlRelaxNGNewMemParserCtxt(characters.baseAddress, Int32(characters.count)) else {
          return nil
        }
        defer { xmlRelaxNGFreeParserCtxt(context) }
        return errors.listening { listener in
          typecast_listen_to_grammar(context, listener)
          return xmlRelaxNGParse(context)
        }
      }
    }
    guard let schema else {
      throw CassetteError(nil, "libxml2 does not take the grammar of cassettes: \(errors.first?.reason ?? "no memory")")
    }
    return Compiled(pointer: schema)
  }
}

/// What libxml2 complains of.
final class ErrorList {
  private(set) var first: (reason: String, line: Int)?

  /// Runs something that may complain.
  func listening<Result>(_ body: (UnsafeMutablePointer<typecast_error_listener>) throws -> Result) rethrows -> Result {
    let listener = UnsafeMutablePointer<typecast_error_listener>.allocate(capacity: 1)
    defer { listener.deallocate() }
    listener.initialize(to: self.listener)
    return try body(listener)
  }

  /// What hands complaints to this list, which has to live as long.
  var listener: typecast_error_listener {
    typecast_error_listener(user: Unmanaged.passUnretained(self).toOpaque()) { user, message, level, line in
      guard let user, level >= Int32(XML_ERR_ERROR.rawValue) else { return }
      let list = Unmanaged<ErrorList>.fromOpaque(user).takeUnretainedValue()
      guard list.first == nil else { return }
      let words = message.map { String(cString: $0) } ?? "unknown error"
      list.first = (String(words.prefix(300)).filter { !$0.isNewline }, Int(line))
    }
  }
}
