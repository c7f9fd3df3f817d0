# bash completion for typecast. Load it with: source <(typecast completions bash)

_typecast_words() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_typecast_paths() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}

_typecast() {
  local path=typecast index=1 current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  # Bash takes --name=value for three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = && COMP_CWORD -ge 2 ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  while ((index < COMP_CWORD)); do
    case $path/${COMP_WORDS[index]} in
      typecast/validate | typecast/lint | typecast/compile | typecast/prompt | typecast/init | typecast/project | typecast/check | typecast/repair | typecast/cast | typecast/record | typecast/replay | typecast/chat | typecast/models | typecast/classify | typecast/cassette | typecast/cassette/list | typecast/cassette/show | typecast/cassette/check | typecast/cassette/redact | typecast/cassette/diff | typecast/cassette/age | typecast/cassette/orphans | typecast/cassette/grammar | typecast/cassette/import | typecast/cassette/export | typecast/gates | typecast/completions | typecast/help)
        path=$path/${COMP_WORDS[index]}
        ;;
    esac
    ((index += 1))
  done
  case $path:$previous in
    typecast/validate:--schema)
      _typecast_paths -f "$current"
      return
      ;;
    typecast/validate:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/validate:--documents)
      :
      return
      ;;
    typecast/compile:--schemas)
      _typecast_paths -d "$current"
      return
      ;;
    typecast/compile:--output)
      _typecast_paths -d "$current"
      return
      ;;
    typecast/compile:--access)
      _typecast_words 'public package internal' "$current"
      return
      ;;
    typecast/compile:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/compile:--module)
      :
      return
      ;;
    typecast/prompt:--schemas)
      _typecast_paths -d "$current"
      return
      ;;
    typecast/prompt:--input)
      :
      return
      ;;
    typecast/project:--dialect)
      _typecast_words 'openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq' "$current"
      return
      ;;
    typecast/project:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/project:--documents)
      :
      return
      ;;
    typecast/check:--dialect)
      _typecast_words 'openai-strict gemini-json-schema gemini-response-schema anthropic ollama llamacpp groq' "$current"
      return
      ;;
    typecast/check:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/check:--documents)
      :
      return
      ;;
    typecast/repair:--schema)
      _typecast_paths -f "$current"
      return
      ;;
    typecast/repair:--level)
      _typecast_words 'strict mend coerce salvage' "$current"
      return
      ;;
    typecast/repair:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/repair:--documents)
      :
      return
      ;;
    typecast/cast:--model)
      compopt -o nospace 2>/dev/null
      _typecast_words 'ollama: gemini: openai: openai-responses: anthropic: groq: compatible: script:' "$current"
      return
      ;;
    typecast/cast:--base-url)
      :
      return
      ;;
    typecast/cast:--prompt)
      _typecast_paths -f "$current"
      return
      ;;
    typecast/cast:--input)
      :
      return
      ;;
    typecast/cast:--level)
      _typecast_words 'strict mend coerce salvage' "$current"
      return
      ;;
    typecast/cast:--attempts)
      :
      return
      ;;
    typecast/cast:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/cast:--documents)
      :
      return
      ;;
    typecast/cast:--cassette)
      _typecast_paths -f "$current"
      return
      ;;
    typecast/record:--model)
      compopt -o nospace 2>/dev/null
      _typecast_words 'ollama: gemini: openai: openai-responses: anthropic: groq: compatible: script:' "$current"
      return
      ;;
    typecast/record:--base-url)
      :
      return
      ;;
    typecast/record:--prompt)
      _typecast_paths -f "$current"
      return
      ;;
    typecast/record:--input)
      :
      return
      ;;
    typecast/record:--level)
      _typecast_words 'strict mend coerce salvage' "$current"
      return
      ;;
    typecast/record:--attempts)
      :
      return
      ;;
    typecast/record:--draft)
      _typecast_words '4 6 7 2019-09 2020-12' "$current"
      return
      ;;
    typecast/record:--documents)
      :
      return
      ;;
    typecast/replay:--listen)
      :
      return
      ;;
    typecast/replay:--pace)
      :
      return
      ;;
    typecast/chat:--model)
      compopt -o nospace 2>/dev/null
      _typecast_words 'ollama: gemini: openai: openai-responses: anthropic: groq: compatible: script:' "$current"
      return
      ;;
    typecast/chat:--base-url)
      :
      return
      ;;
    typecast/chat:--system)
      :
      return
      ;;
    typecast/models:--provider)
      _typecast_words 'ollama gemini openai openai-responses anthropic groq compatible' "$current"
      return
      ;;
    typecast/models:--base-url)
      :
      return
      ;;
    typecast/cassette/age:--days)
      :
      return
      ;;
    typecast/cassette/orphans:--package)
      _typecast_paths -d "$current"
      return
      ;;
    typecast/cassette/import:--from)
      _typecast_words 'har vcr jsonl' "$current"
      return
      ;;
    typecast/cassette/import:--out)
      _typecast_paths -d "$current"
      return
      ;;
    typecast/cassette/export:--to)
      _typecast_words 'har jsonl' "$current"
      return
      ;;
    typecast/gates:--package)
      _typecast_paths -d "$current"
      return
      ;;
  esac
  case $path:$current in
    typecast:-*)
      _typecast_words '--version -h --help' "$current"
      ;;
    typecast/validate:-*)
      _typecast_words '--schema --draft --documents --json --jsonl -h --help' "$current"
      ;;
    typecast/lint:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/compile:-*)
      _typecast_words '--schemas --output --access --draft --module --check --json -h --help' "$current"
      ;;
    typecast/prompt:-*)
      _typecast_words '--schemas --input --json -h --help' "$current"
      ;;
    typecast/init:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/project:-*)
      _typecast_words '--dialect --json --draft --documents -h --help' "$current"
      ;;
    typecast/check:-*)
      _typecast_words '--dialect --json --draft --documents -h --help' "$current"
      ;;
    typecast/repair:-*)
      _typecast_words '--schema --level --json --jsonl --draft --documents -h --help' "$current"
      ;;
    typecast/cast:-*)
      _typecast_words '--model --base-url --prompt --input --stream --json --level --attempts --draft --documents --cassette -h --help' "$current"
      ;;
    typecast/record:-*)
      _typecast_words '--model --base-url --prompt --input --stream --json --level --attempts --draft --documents --add -h --help' "$current"
      ;;
    typecast/replay:-*)
      _typecast_words '--listen --pace --repeats --once --json -h --help' "$current"
      ;;
    typecast/chat:-*)
      _typecast_words '--model --base-url --system --json -h --help' "$current"
      ;;
    typecast/models:-*)
      _typecast_words '--provider --base-url --json -h --help' "$current"
      ;;
    typecast/classify:-*)
      _typecast_words '--jsonl -h --help' "$current"
      ;;
    typecast/cassette:-*)
      _typecast_words '-h --help' "$current"
      ;;
    typecast/cassette/list:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/cassette/show:-*)
      _typecast_words '--bodies --json -h --help' "$current"
      ;;
    typecast/cassette/check:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/cassette/redact:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/cassette/diff:-*)
      _typecast_words '--json -h --help' "$current"
      ;;
    typecast/cassette/age:-*)
      _typecast_words '--days --json -h --help' "$current"
      ;;
    typecast/cassette/orphans:-*)
      _typecast_words '--package --json -h --help' "$current"
      ;;
    typecast/cassette/grammar:-*)
      _typecast_words '-h --help' "$current"
      ;;
    typecast/cassette/import:-*)
      _typecast_words '--from --out --json -h --help' "$current"
      ;;
    typecast/cassette/export:-*)
      _typecast_words '--to -h --help' "$current"
      ;;
    typecast/gates:-*)
      _typecast_words '--package --json -h --help' "$current"
      ;;
    typecast/completions:-*)
      _typecast_words '-h --help' "$current"
      ;;
    typecast/help:-*)
      _typecast_words '--json --config --man -h --help' "$current"
      ;;
    typecast:*)
      _typecast_words 'validate lint compile prompt init project check repair cast record replay chat models classify cassette gates completions help' "$current"
      ;;
    typecast/validate:*)
      _typecast_paths -f "$current"
      ;;
    typecast/lint:*)
      _typecast_paths -f "$current"
      ;;
    typecast/prompt:*)
      :
      ;;
    typecast/init:*)
      _typecast_paths -d "$current"
      ;;
    typecast/project:*)
      _typecast_paths -f "$current"
      ;;
    typecast/check:*)
      _typecast_paths -f "$current"
      ;;
    typecast/repair:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cast:*)
      _typecast_paths -f "$current"
      ;;
    typecast/record:*)
      _typecast_paths -f "$current"
      ;;
    typecast/replay:*)
      _typecast_paths -f "$current"
      ;;
    typecast/classify:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette:*)
      _typecast_words 'list show check redact diff age orphans grammar import export' "$current"
      ;;
    typecast/cassette/list:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/show:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/check:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/redact:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/diff:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/age:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/import:*)
      _typecast_paths -f "$current"
      ;;
    typecast/cassette/export:*)
      _typecast_paths -f "$current"
      ;;
    typecast/gates:*)
      _typecast_words 'errors repairs schemas code' "$current"
      ;;
    typecast/completions:*)
      _typecast_words 'bash zsh fish' "$current"
      ;;
    typecast/help:*)
      case $previous in
        help | -*) _typecast_words 'validate lint compile prompt init project check repair cast record replay chat models classify cassette gates completions help' "$current" ;;
        cassette) _typecast_words 'list show check redact diff age orphans grammar import export' "$current" ;;
      esac
      ;;
  esac
}

complete -F _typecast typecast
