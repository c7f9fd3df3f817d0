#compdef typecast
# zsh completion for typecast. Put it into a folder of $fpath as _typecast.

__command_names() {
  local -a names
  case ${words[CURRENT - 1]} in
    cassette) names=(list show check redact diff age orphans grammar import export) ;;
    help | -*) names=(validate lint compile prompt init project check repair cast record replay chat models classify cassette gates completions help) ;;
  esac
  compadd "$@" -- $names
}

_typecast() {
  local curcontext=$curcontext state line
  local -a commands=(
    'validate:Checks JSON documents against a JSON Schema.'
    'lint:Finds mistakes in JSON Schemas.'
    'compile:Compiles JSON Schemas into Swift types.'
    'prompt:Prints the messages that a prompt comes to.'
    'init:Writes what a first schema needs into a package.'
    'project:Prints a schema as one provider takes it.'
    'check:Prints what providers do not enforce of schemas.'
    'repair:Makes JSON of what a model wrote.'
    'cast:Asks a model for a value that follows a schema.'
    'record:Asks a model for a value, and records what servers answer.'
    'replay:Serves a cassette over HTTP, so that any client can use it.'
    'chat:Talks with a model, line by line.'
    'models:Lists the models of a provider.'
    'classify:Tells what the answers of providers mean, by their error tables.'
    'cassette:Works on cassettes: exchanges with servers, kept as XML.'
    'gates:Tells what the goldens and cassettes of a package do not exercise.'
    'completions:Prints a script that completes commands, options and files in a shell.'
    'help:Explains the tool or one of its commands.'
  )
  _arguments -C \
    '(--version)--version[Prints the version and ends]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case ${line[1]} in
        validate) _typecast_validate ;;
        lint) _typecast_lint ;;
        compile) _typecast_compile ;;
        prompt) _typecast_prompt ;;
        init) _typecast_init ;;
        project) _typecast_project ;;
        check) _typecast_check ;;
        repair) _typecast_repair ;;
        cast) _typecast_cast ;;
        record) _typecast_record ;;
        replay) _typecast_replay ;;
        chat) _typecast_chat ;;
        models) _typecast_models ;;
        classify) _typecast_classify ;;
        cassette) _typecast_cassette ;;
        gates) _typecast_gates ;;
        completions) _typecast_completions ;;
        help) _typecast_help ;;
      esac
      ;;
  esac
}

_typecast_validate() {
  _arguments \
    '(--schema)--schema=[The schema]:SCHEMA:_files' \
    '(--draft)--draft=[The draft of every schema document without $schema; 2020-12 where this is not given]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(--json)--json[Prints one JSON object per error]' \
    '(--jsonl)--jsonl[Reads one JSON object per line from FILE or standard input, and answers each with one line]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:FILE:_files'
}

_typecast_lint() {
  _arguments \
    '(--json)--json[Prints one JSON object per diagnostic]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_compile() {
  _arguments \
    '(--schemas)--schemas=[The folder of schemas\: every file below it whose name ends with .schema.json, and its typecast.json]:DIR:_files -/' \
    '(--output)--output=[The folder that the Swift files are written to; it is made if it is not there]:DIR:_files -/' \
    '(--access)--access=[Who may use the types, whatever typecast.json says]:LEVEL:(public package internal)' \
    '(--draft)--draft=[The edition of schemas that don'\''t name one, whatever typecast.json says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '(--module)--module=[The module that the Swift will be part of\: with it, no name in a schema can be taken for another type]:NAME: ' \
    '(--check)--check[Writes nothing\: names the files that are not what the schemas make]' \
    '(--json)--json[Prints one JSON object in the place of all else]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

_typecast_prompt() {
  _arguments \
    '(--schemas)--schemas=[The folder that holds the schemas and prompts]:DIR:_files -/' \
    '*--input=[An input]:KEY=TEXT: ' \
    '(--json)--json[Prints one JSON object with the settings and the messages]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:NAME.VERB: '
}

_typecast_init() {
  _arguments \
    '(--json)--json[Prints one JSON object in the place of all else]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1::DIR:_files -/'
}

_typecast_project() {
  _arguments \
    '(--dialect)--dialect=[The provider'\''s dialect of JSON Schema]:DIALECT:(openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq)' \
    '(--json)--json[Prints one JSON object with the schema and what is lost of it]' \
    '(--draft)--draft=[The draft of every schema document without $schema, whatever the typecast.json beside the schemas says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:SCHEMA:_files'
}

_typecast_check() {
  _arguments \
    '*--dialect=[The provider'\''s dialect of JSON Schema; every dialect where this is not given]:DIALECT:(openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq)' \
    '(--json)--json[Prints one JSON object per loss]' \
    '(--draft)--draft=[The draft of every schema document without $schema, whatever the typecast.json beside the schemas says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:DIR:_files'
}

_typecast_repair() {
  _arguments \
    '(--schema)--schema=[The schema that the value has to follow]:SCHEMA:_files' \
    '(--level)--level=[How far the text may be changed; coerce where this is not given]:LEVEL:(strict mend coerce salvage)' \
    '(--json)--json[Prints one JSON object with the value and how it came about]' \
    '(--jsonl)--jsonl[Reads one JSON object per line from FILE or standard input, and answers each with one line]' \
    '(--draft)--draft=[The draft of every schema document without $schema, whatever the typecast.json beside the schemas says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1::FILE:_files'
}

_typecast_cast() {
  _arguments \
    '*--model=[The model to ask, as PROVIDER\:NAME\: ollama\:llama3.2, gemini\:gemini-2.5-flash, openai\:gpt-5-mini, openai-responses\:…, anthropic\:…, groq\:…, or compatible\:… with --base-url]:MODEL:{compadd -S "" -- ollama\: gemini\: openai\: openai-responses\: anthropic\: groq\: compatible\: script\:}' \
    '(--base-url)--base-url=[Where the provider is, with the part of the path that all its requests share, such as http\://localhost\:8080/v1]:URL: ' \
    '(--prompt)--prompt=[The prompt; that of the schema itself where this is not given]:FILE:_files' \
    '*--input=[An input of the prompt besides its text, as for the command prompt]:KEY=TEXT: ' \
    '(--stream)--stream[Prints the value as far as it is known, one line each time that it has grown enough, and the whole value last]' \
    '(--json)--json[Prints one JSON object in the place of the value]' \
    '(--level)--level=[How far an answer may be changed; coerce where this is not given]:LEVEL:(strict mend coerce salvage)' \
    '(--attempts)--attempts=[The most answers that are asked for, over all models; 6 where this is not given]:N: ' \
    '(--draft)--draft=[The draft of every schema document without $schema, whatever the typecast.json beside the schemas says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(--cassette)--cassette=[A cassette that answers in the place of servers]:FILE:_files' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:SCHEMA:_files' \
    '2::FILE:_files'
}

_typecast_record() {
  _arguments \
    '*--model=[The model to ask, as PROVIDER\:NAME\: ollama\:llama3.2, gemini\:gemini-2.5-flash, openai\:gpt-5-mini, openai-responses\:…, anthropic\:…, groq\:…, or compatible\:… with --base-url]:MODEL:{compadd -S "" -- ollama\: gemini\: openai\: openai-responses\: anthropic\: groq\: compatible\: script\:}' \
    '(--base-url)--base-url=[Where the provider is, with the part of the path that all its requests share, such as http\://localhost\:8080/v1]:URL: ' \
    '(--prompt)--prompt=[The prompt; that of the schema itself where this is not given]:FILE:_files' \
    '*--input=[An input of the prompt besides its text, as for the command prompt]:KEY=TEXT: ' \
    '(--stream)--stream[Prints the value as far as it is known, one line each time that it has grown enough, and the whole value last]' \
    '(--json)--json[Prints one JSON object in the place of the value]' \
    '(--level)--level=[How far an answer may be changed; coerce where this is not given]:LEVEL:(strict mend coerce salvage)' \
    '(--attempts)--attempts=[The most answers that are asked for, over all models; 6 where this is not given]:N: ' \
    '(--draft)--draft=[The draft of every schema document without $schema, whatever the typecast.json beside the schemas says]:DRAFT:(4 6 7 2019-09 2020-12)' \
    '*--documents=[A folder of schema documents]:URI=DIR: ' \
    '(--add)--add[Plays what the file has already, and adds only what it does not have]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:CASSETTE:_files' \
    '2:SCHEMA:_files' \
    '3::FILE:_files'
}

_typecast_replay() {
  _arguments \
    '(--listen)--listen=[Where to listen, such as 127.0.0.1\:8080; port 0 takes one that is free]:HOST\:PORT: ' \
    '(--pace)--pace=[at-once, recorded, or so many times as fast, such as 10; at-once where this is not given]:PACE: ' \
    '(--repeats)--repeats[An exchange may be played more than once]' \
    '(--once)--once[Ends when each exchange was asked for]' \
    '(--json)--json[Prints the address as a JSON object]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:CASSETTE:_files'
}

_typecast_chat() {
  _arguments \
    '(--model)--model=[The model to talk to, as for the command cast]:MODEL:{compadd -S "" -- ollama\: gemini\: openai\: openai-responses\: anthropic\: groq\: compatible\: script\:}' \
    '(--base-url)--base-url=[Where the provider is, with the part of the path that all its requests share, such as http\://localhost\:8080/v1]:URL: ' \
    '(--system)--system=[What the model is told before all else]:TEXT: ' \
    '(--json)--json[Prints one JSON object per answer, once it is whole]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

_typecast_models() {
  _arguments \
    '(--provider)--provider=[The provider; compatible needs --base-url]:PROVIDER:(ollama gemini openai openai-responses anthropic groq compatible)' \
    '(--base-url)--base-url=[Where the provider is, with the part of the path that all its requests share, such as http\://localhost\:8080/v1]:URL: ' \
    '(--json)--json[Prints one JSON object per model, with what is known of it]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

_typecast_classify() {
  _arguments \
    '(--jsonl)--jsonl[Reads one JSON object per line, and answers each with one line; the only way there is so far]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1::FILE:_files'
}

_typecast_cassette() {
  local curcontext=$curcontext state line
  local -a commands=(
    'list:Lists cassettes: their origin, how many exchanges they have, and since when.'
    'show:Shows the exchanges of cassettes.'
    'check:Checks cassettes by their grammar, and looks for secrets in them.'
    'redact:Takes secrets out of cassettes.'
    'diff:Tells how a provider'\''s answers changed their shape.'
    'age:Tells which recordings are old.'
    'orphans:Tells which cassettes and goldens no test names.'
    'grammar:Prints the grammar of cassettes, in RELAX NG.'
    'import:Makes cassettes of exchanges that other tools recorded.'
    'export:Prints the exchanges of cassettes in the format of other tools.'
  )
  _arguments -C \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case ${line[1]} in
        list) _typecast_cassette_list ;;
        show) _typecast_cassette_show ;;
        check) _typecast_cassette_check ;;
        redact) _typecast_cassette_redact ;;
        diff) _typecast_cassette_diff ;;
        age) _typecast_cassette_age ;;
        orphans) _typecast_cassette_orphans ;;
        grammar) _typecast_cassette_grammar ;;
        import) _typecast_cassette_import ;;
        export) _typecast_cassette_export ;;
      esac
      ;;
  esac
}

_typecast_cassette_list() {
  _arguments \
    '(--json)--json[Prints one JSON object per cassette]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_cassette_show() {
  _arguments \
    '(--bodies)--bodies[Prints headers and bodies, too]' \
    '(--json)--json[Prints one JSON object per exchange]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_cassette_check() {
  _arguments \
    '(--json)--json[Prints one JSON object per mistake]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_cassette_redact() {
  _arguments \
    '(--json)--json[Prints one JSON object per cassette]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_cassette_diff() {
  _arguments \
    '(--json)--json[Prints one JSON object in the place of all else]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:OLD:_files' \
    '2:NEW:_files'
}

_typecast_cassette_age() {
  _arguments \
    '(--days)--days=[How many days are too many; 180 where this is not given]:N: ' \
    '(--json)--json[Prints one JSON object per recording that is older]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:PATH:_files'
}

_typecast_cassette_orphans() {
  _arguments \
    '(--package)--package=[The folder that holds Package.swift]:DIR:_files -/' \
    '(--json)--json[Prints one JSON object per file]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

_typecast_cassette_grammar() {
  _arguments \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

_typecast_cassette_import() {
  _arguments \
    '(--from)--from=[What FILE is\: an HTTP archive, a cassette of VCR or vcrpy in YAML or JSON, or lines of JSON]:FORMAT:(har vcr jsonl)' \
    '(--out)--out=[Where the cassettes go]:DIR:_files -/' \
    '(--json)--json[Prints one JSON object per exchange]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:FILE:_files'
}

_typecast_cassette_export() {
  _arguments \
    '(--to)--to=[An HTTP archive, or lines of JSON]:FORMAT:(har jsonl)' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:FILE:_files'
}

_typecast_gates() {
  _arguments \
    '(--package)--package=[The folder that holds Package.swift]:DIR:_files -/' \
    '(--json)--json[Prints one JSON object per gate]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1::GATE:(errors repairs schemas code)'
}

_typecast_completions() {
  _arguments \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:SHELL:(bash zsh fish)'
}

_typecast_help() {
  _arguments \
    '(--json)--json[Prints what a program needs to know, as one JSON object]' \
    '(--config)--config[Prints the JSON Schema of typecast.json, for editors]' \
    '(--man)--man[Prints a manual page, in the macros of man]' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:COMMAND:__command_names'
}

if [[ ${funcstack[1]} == _typecast ]]; then
  _typecast "$@"
else
  compdef _typecast typecast
fi
