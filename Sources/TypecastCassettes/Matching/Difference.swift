import TypecastJSON

/// What differs between a request and a recorded one, in lines that a person reads.
struct Difference {
  private(set) var lines: [String] = []

  /// How much differs; the nearest request has the least.
  private(set) var weight = 0

  private static let mostLines = 8

  init(sent: RecordedRequest, recorded: RecordedRequest, _ matching: Matching) {
    compare("method", sent.method.uppercased(), recorded.method.uppercased(), weight: 100)
    let (ours, theirs) = (Address(sent.url), Address(recorded.url))
    if !ours.isLocal, !theirs.isLocal { compare("host", ours.host, theirs.host, weight: 50) }
    compare("path", ours.path, theirs.path, weight: 50)
    compare(
      "query", ours.query.sorted().joined(separator: "&"), theirs.query.sorted().joined(separator: "&"), weight: 10)
    for name in matching.headers {
      compare("header \(name)", sent.headers[name] ?? "none", recorded.headers[name] ?? "none", weight: 10)
    }
    guard matching.comparesBodies else { return }
    if let sent = sent.json, let recorded = recorded.json {
      compare(
        sent.removing(matching.ignoredPaths), recorded.removing(matching.ignoredPaths), at: JSONPointer())
    } else if sent.body != recorded.body {
      note("body: \(sent.body.count) bytes were sent, \(recorded.body.count) others recorded", weight: 20)
    }
  }

  private mutating func note(_ line: String, weight: Int) {
    self.weight += weight
    if lines.count < Self.mostLines {
      lines.append(Self.cut(line, to: 300))
    } else if lines.count == Self.mostLines {
      lines.append("and more")
    }
  }

  private mutating func compare(_ name: String, _ sent: String, _ recorded: String, weight: Int) {
    if !sent.utf8.elementsEqual(recorded.utf8) {
      note("\(name): sent \(Self.shown(sent)), recorded \(Self.shown(recorded))", weight: weight)
    }
  }

  private mutating func compare(_ sent: JSONValue, _ recorded: JSONValue, at place: JSONPointer) {
    switch (sent, recorded) {
    case (.object(let sent), .object(let recorded)):
      for member in sent {
        if let other = recorded[member.key] {
          compare(member.value, other, at: place.appending(member.key))
        } else {
          note("body \(place.appending(member.key)): sent \(Self.shown(member.value)), not recorded", weight: 2)
        }
      }
      for member in recorded where sent[member.key] == nil {
        note("body \(place.appending(member.key)): not sent, recorded \(Self.shown(member.value))", weight: 2)
      }
    case (.array(let sent), .array(let recorded)):
      for (index, pair) in zip(sent, recorded).enumerated() { compare(pair.0, pair.1, at: place.appending(index)) }
      if sent.count != recorded.count {
        note("body \(place.text): sent \(sent.count) elements, recorded \(recorded.count)", weight: 2)
      }
    default:
      if sent != recorded {
        note("body \(place.text): sent \(Self.shown(sent)), recorded \(Self.shown(recorded))", weight: 1)
      }
    }
  }

  private static func shown(_ json: JSONValue) -> String { cut(JSONWriter().string(of: json)) }

  private static func shown(_ text: String) -> String { "'\(cut(text))'" }

  private static func cut(_ text: String, to length: Int = 60) -> String {
    text.shortened(to: length).replacing("\n", with: "\\n")
  }
}

extension JSONPointer {
  /// The whole value has no text of its own.
  fileprivate var text: String { tokens.isEmpty ? "as a whole" : description }
}
