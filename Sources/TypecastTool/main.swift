import TypecastCommands

CommandLineTool.main()
