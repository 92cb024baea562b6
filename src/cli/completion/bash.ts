import type { CompletedCommand, CompletedOption, Words } from './proposal.js';

/** Writes the completion for bash (3.2 and later, without bash-completion). */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.filter(({ takes }) => takes !== 'boolean').map((option) => valueCase(name, option)),
  );
  const operands = commands.map(
    ({ name, operands: words }) => `    ${quote(name)}) first=${listOf(words)} ;;\n`,
  );
  const options = commands.map(({ name, options: own }) => {
    const all = own.flatMap(({ name: long, short }) => [long, short]).filter((word) => word !== undefined);
    return `    ${quote(name)}) first=${quote(all.join(' '))} ;;\n`;
  });
  const names = [...commands.map(({ name }) => name), '--help', '--version'];
  return `# Completion of newsdomain for bash: source <(newsdomain completion bash)

# Sets what may be proposed as the value of an option; fails where the option takes none.
_newsdomain_value() {
  case "$1 $2" in
${values.join('')}    *) return 1 ;;
  esac
}

_newsdomain_operand() {
  case "$1" in
    '') first=${quote(names.join(' '))} ;;
${operands.join('')}  esac
}

_newsdomain_option() {
  case "$1" in
    '') first=${quote(names.join(' '))} ;;
${options.join('')}  esac
}

_newsdomain() {
  local IFS=$' \\t\\n' newline=$'\\n' words word i
  words=()
  COMPREPLY=()
  # bash takes an equals sign for a word of its own: what it joins is put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((\${#words[@]} > 0)) && [[ $word == '='* || \${words[\${#words[@]} - 1]} == *= ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words[\${#words[@]}]=$word
    fi
  done
  local last=$((\${#words[@]} - 1))
  local value=\${words[last]} command='' option='' inline='' before=''
  local first='' second='' needed=''
  if ((last > 0)); then command=\${words[0]}; fi
  if [[ $value == --*=* ]]; then
    option=\${value%%=*} inline=yes before=\${value%%=*}= value=\${value#*=}
  elif ((last > 1)); then
    option=\${words[last - 1]}
  fi
  if ! _newsdomain_value "$command" "$option" "$inline"; then
    if [[ -n $inline ]]; then return 0; fi
    if [[ $value == -?* || $value == - ]]; then
      _newsdomain_option "$command"
    else
      _newsdomain_operand "$command"
    fi
  fi
  if [[ -n $second && $value == *=* ]]; then
    before+=\${value%%=*}= value=\${value#*=} first=$second needed=''
  fi
  # Where nothing is proposed, readline proposes files.
  if [[ $first == @files ]]; then return 0; fi
  local list=$first
  if [[ $first == @commits ]]; then list=$(git for-each-ref --format='%(refname:short)' 2> /dev/null); fi
  if [[ $COMP_WORDBREAKS == *=* ]]; then before=''; fi
  # The words are compared one by one: compgen -W would run what stands in them.
  while read -r word; do
    if [[ -n $word && $word == "$value"* ]]; then COMPREPLY[\${#COMPREPLY[@]}]=$before$word$needed; fi
  done <<< "\${list// /$newline}"
  if [[ -n $needed ]]; then compopt -o nospace 2> /dev/null; fi
  return 0
}

complete -o bashdefault -o default -F _newsdomain newsdomain
`;
}

function valueCase(command: string, { name, takes, proposal }: CompletedOption): string {
  const second = proposal?.second;
  const sets = [
    `first=${listOf(proposal?.first)}`,
    ...(second === undefined
      ? []
      : [`second=${listOf(second.words)}`, ...(second.required ? ['needed=='] : [])]),
  ];
  const only = takes === 'optional' ? '[[ -n $3 ]] || return 1; ' : '';
  return `    ${quote(`${command} ${name}`)}) ${only}${sets.join(' ')} ;;\n`;
}

/** A list as a word of the script. Without one nothing is proposed but what readline does by itself. */
function listOf(words: Words | undefined): string {
  if (words === undefined) return "''";
  return typeof words === 'string' ? `@${words}` : quote(words.join(' '));
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
