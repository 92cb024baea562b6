import type { CompletedCommand, CompletedOption, Words } from './proposal.js';

/** Writes the completion for zsh. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `    ${quote(`${escaped(name)}:${summary}`)}\n`);
  const cases = commands.map(({ name, options, operands }) => {
    const specs = [
      ...options.map(optionSpec),
      ...(operands === undefined
        ? []
        : [quote(`*:${name === 'check' ? 'path' : 'name'}:${action(operands)}`)]),
    ];
    return `        (${name})\n          _arguments -s -S \\\n            ${specs.join(' \\\n            ')} && ret=0\n          ;;\n`;
  });
  return `#compdef newsdomain
# Completion of newsdomain for zsh: source <(newsdomain completion zsh) after compinit,
# or save it as _newsdomain in a folder of $fpath.

_newsdomain_commits() {
  local -a commits
  commits=(\${(f)"$(git for-each-ref --format='%(refname:short)' 2> /dev/null)"})
  compadd -a commits
}

# Words, and what may follow an equals sign behind them.
_newsdomain_pair() {
  if compset -P '*='; then
    case $3 in
      (@files) _files ;;
      (*) compadd -- \${=3} ;;
    esac
  elif [[ -n $2 ]]; then
    compadd -S = -- \${=1}
  else
    compadd -- \${=1}
  fi
}

_newsdomain() {
  local curcontext="$curcontext" state line ret=1
  local -a commands
  typeset -A opt_args
  commands=(
${described.join('')}  )
  _arguments -C \\
    '(- *)'{-h,--help}'[list the commands]' \\
    '(- *)'{-v,--version}'[print the version]' \\
    '1:command:->command' \\
    '*::argument:->argument' && ret=0
  case $state in
    (command) _describe -t commands command commands && ret=0 ;;
    (argument)
      curcontext="\${curcontext%:*:*}:newsdomain-$words[1]:"
      case $words[1] in
${cases.join('')}      esac
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _newsdomain ]]; then
  _newsdomain "$@"
else
  compdef _newsdomain newsdomain
fi
`;
}

function optionSpec({ name, short, takes, multiple, help, value, proposal }: CompletedOption): string {
  const shown = `[${help.replaceAll(/[[\]\\]/g, '\\$&')}]`;
  const repeated = multiple ? '*' : '';
  if (takes === 'boolean') {
    return short === undefined
      ? quote(`${name}${shown}`)
      : `${quote(`(${short} ${name})`)}{${short},${name}}${quote(shown)}`;
  }
  const second = proposal?.second;
  const propose =
    proposal === undefined
      ? ' '
      : second === undefined
        ? action(proposal.first)
        : `{_newsdomain_pair ${[listOf(proposal.first), second.required ? 'needed' : '', listOf(second.words)].map((part) => `"${part}"`).join(' ')}}`;
  const message = escaped(value);
  return takes === 'optional'
    ? quote(`${repeated}${name}=-${shown}::${message}:${propose}`)
    : quote(`${repeated}${name}=${shown}:${message}:${propose}`);
}

function action(words: Words): string {
  if (words === 'files') return '_files';
  return words === 'commits' ? '_newsdomain_commits' : `(${words.join(' ')})`;
}

const listOf = (words: Words): string => (typeof words === 'string' ? `@${words}` : words.join(' '));

/** A text in a place where a colon would end it. */
const escaped = (text: string): string => text.replaceAll(/[:\\]/g, '\\$&');

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
