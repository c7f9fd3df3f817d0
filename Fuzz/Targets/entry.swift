/// The target that goes by the name of the program: one program serves them all, under several names.
private let target: FuzzTarget = {
  let name = CommandLine.arguments.first?.split(separator: "/").last ?? ""
  guard let target = FuzzTarget(rawValue: String(name)) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    finding("there is no target \"\(name)\": call the program \(names)")
  }
  return target
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(FuzzInput(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
