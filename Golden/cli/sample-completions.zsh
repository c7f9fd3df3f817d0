#compdef sample
# zsh completion for sample. Put it into a folder of $fpath as _sample.

__command_names() {
  local -a names
  case ${words[CURRENT - 1]} in
    tape) names=(show) ;;
    explain | -*) names=(cast explain tape) ;;
  esac
  compadd "$@" -- $names
}

_sample() {
  local curcontext=$curcontext state line
  local -a commands=(
    'cast:Casts a text.'
    'explain:Explains.'
    'tape:Works on tapes.'
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
        cast) _sample_cast ;;
        explain) _sample_explain ;;
        tape) _sample_tape ;;
      esac
      ;;
  esac
}

_sample_cast() {
  _arguments \
    '(-v --verbose)-v[Says more]' \
    '(-v --verbose)--verbose[Says more]' \
    '(--stream)--stream[Reads a stream]' \
    '(-l --level)-l[How far to go]:LEVEL:(strict mend coerce)' \
    '(-l --level)--level=[How far to go]:LEVEL:(strict mend coerce)' \
    '*--input=[A key and its text]:KEY=TEXT: ' \
    '(--output)--output=[Where to put it]:DIR:_files -/' \
    '(--model)--model=[The model]:MODEL:{compadd -S "" -- one\: other\:}' \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '1:SOURCE:_files' \
    '*:EXTRA: '
}

_sample_explain() {
  _arguments \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]' \
    '*:COMMAND:__command_names'
}

_sample_tape() {
  local curcontext=$curcontext state line
  local -a commands=(
    'show:Shows a tape.'
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
        show) _sample_tape_show ;;
      esac
      ;;
  esac
}

_sample_tape_show() {
  _arguments \
    '(-h --help)-h[Shows this help and ends]' \
    '(-h --help)--help[Shows this help and ends]'
}

if [[ ${funcstack[1]} == _sample ]]; then
  _sample "$@"
else
  compdef _sample sample
fi
