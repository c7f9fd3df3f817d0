# fish completion for sample. Load it with: sample completions fish | source

function __sample_path
  set -l path sample
  for word in (commandline -opc)[2..]
    switch "$path/$word"
      case sample/cast sample/explain sample/tape sample/tape/show
        set path "$path/$word"
    end
  end
  echo $path
end

complete -c sample -f
complete -c sample -n 'test (__sample_path) = sample' -a cast -d 'Casts a text'
complete -c sample -n 'test (__sample_path) = sample' -a explain -d 'Explains'
complete -c sample -n 'test (__sample_path) = sample' -a tape -d 'Works on tapes'
complete -c sample -n 'test (__sample_path) = sample' -l version -d 'Prints the version and ends'
complete -c sample -n 'test (__sample_path) = sample' -l help -s h -d 'Shows this help and ends'
complete -c sample -n 'test (__sample_path) = sample/cast' -l verbose -s v -d 'Says more'
complete -c sample -n 'test (__sample_path) = sample/cast' -l stream -d 'Reads a stream'
complete -c sample -n 'test (__sample_path) = sample/cast' -l level -s l -r -f -a 'strict mend coerce' -d 'How far to go'
complete -c sample -n 'test (__sample_path) = sample/cast' -l input -r -f -d 'A key and its text'
complete -c sample -n 'test (__sample_path) = sample/cast' -l output -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'Where to put it'
complete -c sample -n 'test (__sample_path) = sample/cast' -l model -r -f -a 'one: other:' -d 'The model'
complete -c sample -n 'test (__sample_path) = sample/cast' -l help -s h -d 'Shows this help and ends'
complete -c sample -n 'test (__sample_path) = sample/cast' -F
complete -c sample -n 'test (__sample_path) = sample/explain' -l help -s h -d 'Shows this help and ends'
complete -c sample -n 'test (__sample_path) = sample/explain; and test (commandline -opc)[-1] = explain' -f -a 'cast explain tape'
complete -c sample -n 'test (__sample_path) = sample/explain; and test (commandline -opc)[-1] = tape' -f -a 'show'
complete -c sample -n 'test (__sample_path) = sample/tape' -a show -d 'Shows a tape'
complete -c sample -n 'test (__sample_path) = sample/tape' -l help -s h -d 'Shows this help and ends'
complete -c sample -n 'test (__sample_path) = sample/tape/show' -l help -s h -d 'Shows this help and ends'
