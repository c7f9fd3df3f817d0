import TypecastCompiler

CompileTool.runAndExit()
