import TypecastCommands

await CommandLineTool.main()
