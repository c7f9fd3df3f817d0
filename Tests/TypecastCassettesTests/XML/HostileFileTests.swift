import Foundation
import Testing

@testable import TypecastCassettes

@Suite("Files that mean no good, or are broken, are refused with their place")
struct HostileFileTests {
  private func failure(_ text: String) -> CassetteError? { failure(Array(text.utf8)) }

  private func failure(_ bytes: [UInt8], limit: Int = CassetteReader.usualLimit) -> CassetteError? {
    do throws(CassetteError) {
      _ = try Cassette(bytes, path: "a.xml", limit: limit)
      return nil
    } catch {
      return error
    }
  }

  private func file(_ inside: String, head: String = "<?xml version=\"1.0\"?>\n") -> String {
    head + "<cassette version=\"1\" origin=\"authored\">\n\(inside)\n</cassette>\n"
  }

  private func exchange(_ request: String, _ response: String) -> String {
    "<exchange>\n<request method=\"GET\" url=\"u\">\(request)</request>\n<response status=\"200\" at=\"0\">\(response)</response>\n</exchange>"
  }

  @Test("The frame of these tests is right")
  func frame() {
    #expect(failure(file("")) == nil)
    #expect(failure(file(exchange("", ""))) == nil)
    #expect(failure(file(exchange("<body as=\"text\">a</body>", "<chunk at=\"1\" as=\"text\"/>"))) == nil)
    #expect(failure("\u{FEFF}" + file("", head: "")) == nil)
    #expect(failure(file("<!-- a comment --> <?pi?>", head: "")) == nil)
    #expect(failure(file("<note><![CDATA[a<b]]></note>", head: "")) == nil)
  }

  @Test("Document types and entities, wherever they stand")
  func declarations() {
    let laughs = """
      <?xml version="1.0"?>
      <!DOCTYPE cassette [
      <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <cassette version="1" origin="authored"><note>&c;</note></cassette>
      """
    let outside = """
      <!DOCTYPE cassette [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <cassette version="1" origin="authored"><note>&x;</note></cassette>
      """
    let remote = "<!DOCTYPE cassette SYSTEM \"http://127.0.0.1:9/x.dtd\">\n" + file("", head: "")
    let attribute = "<!DOCTYPE cassette [<!ENTITY x \"authored\">]><cassette version=\"1\" origin=\"&x;\"/>"
    for text in [laughs, outside, remote, attribute, "<!doctype x>\n" + file("", head: "")] {
      let error = failure(text)
      #expect(error?.reason.contains("declares a document type") == true, "\(text): \(error?.description ?? "nothing")")
      #expect(error?.line != nil)
    }
    // Nobody declared it.
    #expect(failure(file("<note>&x;</note>"))?.line == 3)
    #expect(failure(file("<note>&#0;</note>")) != nil)
    #expect(failure(file("<note>&#xD800;</note>")) != nil)
  }

  @Test("A declaration at every place of what is read at once")
  func borders() {
    for length in 4_080...4_100 {
      let text = "<!--" + String(repeating: "x", count: length) + "-->\n<!DOCTYPE a>" + file("", head: "")
      #expect(failure(text)?.line == 2)
    }
  }

  @Test("Comments and instructions without end, wherever they stand, which the parser would keep")
  func asides() {
    let most = 1 << 20
    func many(_ text: String, _ bytes: Int) -> String { String(repeating: text, count: bytes / text.utf8.count + 1) }
    for one in ["<!---->", "<!-- <a> -->", "<?pi?>", "<?a <b ?>", "<!-- - > \(many("x", 1000))-->"] {
      // The parser keeps more than half of it beside the elements.
      let text = many(one, 2 * most)
      for file in [file("", head: text), file(text), file("") + text, file("<note>\(text)</note>"), text] {
        #expect(failure(file)?.reason.contains("bytes of comments") == true, "\(one), \(file.prefix(30))")
      }
    }
    #expect(failure(file("", head: many(" ", most)))?.reason.contains("bytes of comments") == true)
    #expect(failure(file(many("<!-- a -->", most / 2))) == nil)
    #expect(failure(file("<!-->\(many("x", most))-->"))?.reason.contains("bytes of comments") == true)
    // What stands in a section is text.
    #expect(failure(file("<note><![CDATA[\(many("<!- <? ]] ", 2 * most))]]></note><!-- a -->")) == nil)
    #expect(failure(file("<note>\(many("a", 2 * most))</note>")) == nil)
  }

  @Test("Other encodings, which would hide what stands in them")
  func encodings() {
    let text = file("")
    let wide = text.data(using: .utf16)!
    #expect(failure([UInt8](wide))?.reason.contains("UTF-8") == true)
    #expect(failure([UInt8](text.data(using: .utf16LittleEndian)!))?.reason.contains("UTF-8") == true)
    #expect(failure([UInt8](text.data(using: .utf32)!))?.reason.contains("UTF-8") == true)
    for name in ["UTF-16", "ISO-8859-1", "UTF-7", "EBCDIC-CP-US"] {
      #expect(failure(file("", head: "<?xml version=\"1.0\" encoding=\"\(name)\"?>"))?.reason.contains("UTF-8") == true)
      #expect(failure(file("", head: "<?xml version='1.0' encoding = '\(name)' ?>"))?.reason.contains("UTF-8") == true)
    }
    #expect(failure(file("", head: "<?xml version=\"1.0\" encoding=\"utf-8\"?>")) == nil)
    #expect(failure(file("<note>").utf8.map { $0 } + [0xFF, 0xFE]) != nil)
    #expect(failure(Array("<cassette version=\"1\" origin=\"authored\"><note>".utf8) + [0xC0, 0xAF]) != nil)
    #expect(failure(file("<note>a\u{0}b</note>"))?.reason.contains("NUL") == true)
  }

  @Test("What does not follow the grammar")
  func grammar() {
    let wrong = [
      "", " ", "x", "<a/>", "<cassette/>", "<cassette version=\"2\" origin=\"authored\"/>",
      "<cassette version=\"1\" origin=\"stolen\"/>", "<cassette version=\"1\" origin=\"authored\" x=\"\"/>",
      file("<exchange/>"), file("text"), file(exchange("", "") + "<note/>"), file("<exchange><request/></exchange>"),
      file(exchange("<body>a</body>", "")), file(exchange("<body as=\"yaml\">a</body>", "")),
      file(exchange("<note/>", "")), file(exchange("", "<chunk as=\"text\" at=\"-1\"/>")),
      file(exchange("", "<chunk as=\"text\" at=\"1e3\"/>")),
      file(exchange("", "<chunk as=\"text\" at=\"1\"/><body as=\"text\"/>")),
      file(exchange("", "<piece at=\"1\" bytes=\"2\"/>")), file(exchange("", "<header name=\"\">a</header>")),
      file(exchange("", "<header>a</header>")), file(exchange("", "<failure at=\"1\">a</failure>")),
      file(exchange("<body as=\"text\">a<b/>c</body>", "")), file("<cassette version=\"1\" origin=\"authored\"/>"),
      file(exchange("", "")) + "<more/>", file("<exchange recorded=\"2026-13-01T00:00:00Z\"/>"),
      file("").replacingOccurrences(of: "</cassette>", with: ""),
      file(exchange("", "")).replacingOccurrences(of: "200", with: "99"),
      file(exchange("", "")).replacingOccurrences(of: "200", with: "1000"),
    ]
    for text in wrong {
      let error = failure(text)
      #expect(error?.line != nil, "\(text): \(error?.description ?? "taken")")
      #expect(error?.description.hasPrefix("a.xml:") == true)
    }
  }

  @Test("What the grammar can't know")
  func content() {
    #expect(failure(file(exchange("<body as=\"base64\">a</body>", "")))?.line == 4)
    #expect(failure(file(exchange("<body as=\"base64\">a*==</body>", "")))?.reason.contains("base64") == true)
    #expect(failure(file(exchange("<body as=\"json\">{</body>", "")))?.reason.contains("JSON") == true)
    #expect(failure(file(exchange("", "<chunk as=\"text\"/>")))?.reason.contains("no time") == true)
    for bytes in ["1", "3", "999999999999"] {
      let pieces = "<piece at=\"0\" bytes=\"\(bytes)\"/><body as=\"text\">ab</body>"
      #expect(failure(file(exchange("", pieces)))?.reason.contains("pieces") == true)
    }
    let dated = file(exchange("", "")).replacingOccurrences(
      of: "<exchange>", with: "<exchange recorded=\"2026-02-30T00:00:00Z\">")
    #expect(failure(dated)?.reason.contains("date") == true)
  }

  @Test("Depth, texts and attributes without end")
  func sizes() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(failure(file(deep)) != nil)
    let long = String(repeating: "x", count: 10_000_001)
    #expect(failure(file("<note>\(long)</note>")) != nil)
    #expect(failure(file("<exchange id=\"\(long)\"/>")) != nil)
    #expect(failure(Array(file("").utf8), limit: 50)?.reason.contains("50 bytes") == true)
    #expect(failure(file("<\(String(repeating: "n", count: 100_000))/>")) != nil)
    // Nested JSON is the reader's own affair.
    let nested = String(repeating: "[", count: 100_000)
    #expect(failure(file(exchange("<body as=\"json\">\(nested)</body>", "")))?.reason.contains("JSON") == true)
  }

  @Test("Lines are counted beyond what sixteen bits hold")
  func lines() {
    let blank = String(repeating: "\n", count: 70_000)
    // The parser is a little ahead.
    #expect((70_004...70_010).contains(failure(file(blank + exchange("<body as=\"json\">{</body>", "")))?.line ?? 0))
    #expect((70_003...70_010).contains(failure(file(blank + "<other/>"))?.line ?? 0))
  }

  @Test("A file that is cut anywhere is refused")
  func cut() {
    let text = Array(
      file("<note>a</note>" + exchange("<header name=\"a\">b</header>", "<chunk at=\"1\" as=\"text\">c</chunk>")).utf8)
    let end = text.count - 1
    for length in 0..<end { #expect(failure(Array(text[..<length])) != nil, "\(length)") }
    #expect(failure(Array(text[..<end])) == nil)
  }

  @Test("Files that are not there, folders, and what is no file")
  func paths() throws {
    func failure(_ path: String) -> CassetteError? {
      do throws(CassetteError) {
        _ = try Cassette(path: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      failure("/no/such/file.xml")?.description == "/no/such/file.xml: error: can't be read: No such file or directory."
    )
    #expect(failure("/tmp")?.reason.contains("folder") == true)
    for path in ["/dev/null", "/dev/zero"] { #expect(failure(path)?.reason.contains("device") == true) }
  }

  @Test("A tag with attributes without end is refused before libxml2 compares them", .timeLimit(.minutes(15)))
  func attributes() throws {
    let many = (0..<200_000).map { " a\($0)='x'" }.joined()
    // A quote in what is no tag opens nothing.
    for before in ["", "<!-- <b ' -->", "<?b '?>"] {
      let error = failure("<?xml version=\"1.0\"?>\n\(before)<cassette\(many)/>")
      #expect(error?.line == 2 && error?.reason.contains("more than 1000 attributes") == true, "\(before)")
    }
    // In a text they are none, whatever quotes it has.
    let body = "it's " + String(repeating: "a='b'\" = ", count: 3000) + "<i> & > "
    let cassette = Cassette(.authored, note: "<x \(many.prefix(30_000))", [sample(body)])
    #expect(try Cassette(try cassette.xml()) == cassette)
  }
}
