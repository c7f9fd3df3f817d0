# bash completion for sample. Load it with: source <(sample completions bash)

_sample_words() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_sample_paths() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}

_sample() {
  local path=sample index=1 current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  # Bash takes --name=value for three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = && COMP_CWORD -ge 2 ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  while ((index < COMP_CWORD)); do
    case $path/${COMP_WORDS[index]} in
      sample/cast | sample/explain | sample/tape | sample/tape/show)
        path=$path/${COMP_WORDS[index]}
        ;;
    esac
    ((index += 1))
  done
  case $path:$previous in
    sample/cast:-l | sample/cast:--level)
      _sample_words 'strict mend coerce' "$current"
      return
      ;;
    sample/cast:--input)
      :
      return
      ;;
    sample/cast:--output)
      _sample_paths -d "$current"
      return
      ;;
    sample/cast:--model)
      compopt -o nospace 2>/dev/null
      _sample_words 'one: other:' "$current"
      return
      ;;
  esac
  case $path:$current in
    sample:-*)
      _sample_words '--version -h --help' "$current"
      ;;
    sample/cast:-*)
      _sample_words '-v --verbose --stream -l --level --input --output --model -h --help' "$current"
      ;;
    sample/explain:-*)
      _sample_words '-h --help' "$current"
      ;;
    sample/tape:-*)
      _sample_words '-h --help' "$current"
      ;;
    sample/tape/show:-*)
      _sample_words '-h --help' "$current"
      ;;
    sample:*)
      _sample_words 'cast explain tape' "$current"
      ;;
    sample/cast:*)
      _sample_paths -f "$current"
      ;;
    sample/explain:*)
      case $previous in
        explain | -*) _sample_words 'cast explain tape' "$current" ;;
        tape) _sample_words 'show' "$current" ;;
      esac
      ;;
    sample/tape:*)
      _sample_words 'show' "$current"
      ;;
  esac
}

complete -F _sample sample
