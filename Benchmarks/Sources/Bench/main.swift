import Foundation

/// `Bench write FOLDER` writes the works; `Bench measure FOLDER SECONDS [WORK]` measures ours and Foundation's contenders,
/// or only those whose line begins with WORK.
let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "write" where arguments.count == 3:
  try Works(folder: URL(fileURLWithPath: arguments[2])).write()
case "measure" where arguments.count == 4 || arguments.count == 5:
  let works = Works(folder: URL(fileURLWithPath: arguments[2]))
  let measurement = Measurement(seconds: Double(arguments[3]) ?? 0.2, filter: arguments.count == 5 ? arguments[4] : "")
  try measurement.print(decodingTasks(works))
  try measurement.print(parsingTasks(works))
  try measurement.print(validatingTasks(works))
  try measurement.print(repairingTasks(works))
  try await printAskingCosts(works, measurement)
  try await printReplayingCosts(works, measurement)
  try measurement.print(growingTasks(works))
default:
  print("Usage: Bench write FOLDER | Bench measure FOLDER SECONDS [WORK]")
  exit(2)
}
