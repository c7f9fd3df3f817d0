extension PartialJSON: CustomStringConvertible {
  /// What is known so far, as compact JSON; `…` stands where more may come.
  public var description: String {
    // Without recursion: the depth is the sender's choice, the stack is the caller's.
    enum Step {
      case value(PartialJSON)
      case text(String)
    }
    var output = ""
    var steps = [Step.value(self)]
    func open(_ parts: [(label: String, value: PartialJSON)], _ brackets: (String, String), isComplete: Bool) {
      output += brackets.0
      steps.append(.text((isComplete ? "" : parts.isEmpty ? "…" : ",…") + brackets.1))
      for (index, part) in parts.enumerated().reversed() {
        steps.append(.value(part.value))
        steps.append(.text((index == 0 ? "" : ",") + part.label))
      }
    }
    while let step = steps.popLast() {
      switch step {
      case .text(let text): output += text
      case .value(.null): output += "null"
      case .value(.bool(let bool)): output += "\(bool)"
      case .value(.number(let number)): output += number.text
      case .value(.string(let text)):
        let quoted = JSONValue.string(text.string).description
        output += text.isComplete ? quoted : quoted.dropLast() + "…\""
      case .value(.array(let elements)):
        open(elements.map { ("", $0) }, ("[", "]"), isComplete: elements.isComplete)
      case .value(.object(let members)):
        open(
          members.map { (JSONValue.string($0.key).description + ":", $0.value) }, ("{", "}"),
          isComplete: members.isComplete)
      }
    }
    return output
  }
}
