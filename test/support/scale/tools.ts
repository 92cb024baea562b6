import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const answer = (command: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return `${stdout ?? ''}${stderr ?? ''}`;
};

/** Why GNU parallel cannot be run here, or `undefined`. */
export function noParallel(): string | undefined {
  // moreutils has a program of the same name
  return answer('parallel', '--version').includes('GNU parallel')
    ? undefined
    : 'GNU parallel is not installed';
}

/** Why this machine cannot be several hosts, or `undefined`. */
export function noHosts(): string | undefined {
  if (noParallel() !== undefined) return noParallel();
  for (const [command, flag, known] of [
    ['rsync', '--version', 'rsync'],
    ['ssh', '-V', 'OpenSSH'],
    [SSHD, '-V', 'OpenSSH'],
    ['ssh-keygen', '--help', 'ssh-keygen'],
    ['ip', '-V', 'iproute2'],
    ['setpriv', '--version', 'util-linux'],
  ] as const) {
    if (!answer(command, flag).includes(known)) return `${command} is not installed`;
  }
  if (process.getuid?.() !== 0) return 'only root makes network namespaces';
  if (/^root:!/m.test(readFileSync('/etc/shadow', 'utf8')))
    return 'sshd lets nobody in as root: it is locked';
  const name = `newsdomain-${process.pid}-probe`;
  const made = answer('ip', 'netns', 'add', name);
  // `ip netns exec` mounts too, which some containers forbid though they allow networks
  const entered = answer('ip', 'netns', 'exec', name, 'true');
  answer('ip', 'netns', 'delete', name);
  if (made !== '' || entered !== '') return `network namespaces are not allowed: ${made}${entered}`.trim();
  return undefined;
}

/** The ssh daemon, which wants to be called by its absolute path. */
export const SSHD = '/usr/sbin/sshd';
