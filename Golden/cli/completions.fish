# fish completion for typecast. Load it with: typecast completions fish | source

function __typecast_path
  set -l path typecast
  for word in (commandline -opc)[2..]
    switch "$path/$word"
      case typecast/validate typecast/lint typecast/compile typecast/prompt typecast/init typecast/project typecast/check typecast/repair typecast/completions typecast/help
        set path "$path/$word"
    end
  end
  echo $path
end

complete -c typecast -f
complete -c typecast -n 'test (__typecast_path) = typecast' -a validate -d 'Checks JSON documents against a JSON Schema'
complete -c typecast -n 'test (__typecast_path) = typecast' -a lint -d 'Finds mistakes in JSON Schemas'
complete -c typecast -n 'test (__typecast_path) = typecast' -a compile -d 'Compiles JSON Schemas into Swift types'
complete -c typecast -n 'test (__typecast_path) = typecast' -a prompt -d 'Prints the messages that a prompt comes to'
complete -c typecast -n 'test (__typecast_path) = typecast' -a init -d 'Writes what a first schema needs into a package'
complete -c typecast -n 'test (__typecast_path) = typecast' -a project -d 'Prints a schema as one provider takes it'
complete -c typecast -n 'test (__typecast_path) = typecast' -a check -d 'Prints what providers do not enforce of schemas'
complete -c typecast -n 'test (__typecast_path) = typecast' -a repair -d 'Makes JSON of what a model wrote'
complete -c typecast -n 'test (__typecast_path) = typecast' -a completions -d 'Prints a script that completes commands, options and files in a shell'
complete -c typecast -n 'test (__typecast_path) = typecast' -a help -d 'Explains the tool or one of its commands'
complete -c typecast -n 'test (__typecast_path) = typecast' -l version -d 'Prints the version and ends'
complete -c typecast -n 'test (__typecast_path) = typecast' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l schema -x -a '(__fish_complete_path)' -d 'The schema'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l draft -x -a '4 6 7 2019-09 2020-12' -d 'The draft of every schema document without $schema; 2020-12 where this is not given'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l documents -x -d 'A folder of schema documents'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l json -d 'Prints one JSON object per error'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l jsonl -d 'Reads one JSON object per line from FILE or standard input, and answers each with one line'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/validate' -a '(__fish_complete_path)'
complete -c typecast -n 'test (__typecast_path) = typecast/lint' -l json -d 'Prints one JSON object per diagnostic'
complete -c typecast -n 'test (__typecast_path) = typecast/lint' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/lint' -a '(__fish_complete_path)'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l schemas -x -a '(__fish_complete_directories)' -d 'The folder of schemas: every file below it whose name ends with .schema.json, and its typecast.json'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l output -x -a '(__fish_complete_directories)' -d 'The folder that the Swift files are written to; it is made if it is not there'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l access -x -a 'public package internal' -d 'Who may use the types, whatever typecast.json says'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l draft -x -a '4 6 7 2019-09 2020-12' -d 'The edition of schemas that don'\''t name one, whatever typecast.json says'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l module -x -d 'The module that the Swift will be part of: with it, no name in a schema can be taken for another type'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l check -d 'Writes nothing: names the files that are not what the schemas make'
complete -c typecast -n 'test (__typecast_path) = typecast/compile' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/prompt' -l schemas -x -a '(__fish_complete_directories)' -d 'The folder that holds the schemas and prompts'
complete -c typecast -n 'test (__typecast_path) = typecast/prompt' -l input -x -d 'An input'
complete -c typecast -n 'test (__typecast_path) = typecast/prompt' -l json -d 'Prints one JSON object with the settings, and the messages as objects of role and text'
complete -c typecast -n 'test (__typecast_path) = typecast/prompt' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/init' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/init' -a '(__fish_complete_directories)'
complete -c typecast -n 'test (__typecast_path) = typecast/project' -l dialect -x -a 'openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq' -d 'The provider'\''s dialect of JSON Schema'
complete -c typecast -n 'test (__typecast_path) = typecast/project' -l draft -x -a '4 6 7 2019-09 2020-12' -d 'The draft of every schema document without $schema, whatever the typecast.json beside the schemas says'
complete -c typecast -n 'test (__typecast_path) = typecast/project' -l documents -x -d 'A folder of schema documents'
complete -c typecast -n 'test (__typecast_path) = typecast/project' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/project' -a '(__fish_complete_path)'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -l dialect -x -a 'openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq' -d 'The provider'\''s dialect of JSON Schema; every dialect where this is not given'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -l json -d 'Prints one JSON object per loss'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -l draft -x -a '4 6 7 2019-09 2020-12' -d 'The draft of every schema document without $schema, whatever the typecast.json beside the schemas says'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -l documents -x -d 'A folder of schema documents'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/check' -a '(__fish_complete_path)'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l schema -x -a '(__fish_complete_path)' -d 'The schema that the value has to follow'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l level -x -a 'strict mend coerce salvage' -d 'How far the text may be changed; coerce where this is not given'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l jsonl -d 'Reads one JSON object per line from FILE or standard input, and answers each with one line'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l draft -x -a '4 6 7 2019-09 2020-12' -d 'The draft of every schema document without $schema; 2020-12 where this is not given'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l documents -x -d 'A folder of schema documents'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/repair' -a '(__fish_complete_path)'
complete -c typecast -n 'test (__typecast_path) = typecast/completions' -l help -s h -d 'Shows this help and ends'
complete -c typecast -n 'test (__typecast_path) = typecast/completions' -a 'bash zsh fish'
complete -c typecast -n 'test (__typecast_path) = typecast/help' -l json -d 'Prints what a program needs to know, as one JSON object'
complete -c typecast -n 'test (__typecast_path) = typecast/help' -l config -d 'Prints the JSON Schema of typecast.json, for editors'
complete -c typecast -n 'test (__typecast_path) = typecast/help' -l help -s h -d 'Shows this help and ends'
