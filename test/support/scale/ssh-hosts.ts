import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SSHD } from './tools.js';

/** Hosts that are network namespaces of this machine, and a desk from which they are reached by ssh. */
export interface SshHosts {
  /** What begins a command that is to run at the desk, which reaches the hosts and nothing else. */
  readonly desk: readonly string[];
  /** The ssh command that knows the hosts by their names. */
  readonly ssh: string;
  /** What a command says that is run on a host by ssh. */
  on(name: string, command: string): string;
  /** Kills the ssh daemon of a host with its sessions; what they have started goes on. */
  killDaemon(name: string): void;
  /** Takes a host off the network. */
  cut(name: string): void;
  /** Kills every process of the hosts and takes them down. */
  remove(): Promise<void>;
}

/** A host. */
export interface HostSpec {
  readonly name: string;
  /** What its sessions find in their environment. */
  readonly env: Readonly<Record<string, string>>;
}

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * Makes hosts, each of them a network namespace with a link to the desk, a home of its own, and an ssh daemon whose
 * keys and settings are in `folder`. The network of the machine itself is left alone: the desk is a namespace too, and
 * the addresses are those that RFC 5737 keeps for documentation.
 */
export async function createSshHosts(folder: string, specs: readonly HostSpec[]): Promise<SshHosts> {
  const spaces = new Map(
    ['desk', ...specs.map(({ name }) => name)].map((name) => [name, `newsdomain-${process.pid}-${name}`]),
  );
  const space = (name: string): string => spaces.get(name)!;
  const desk = ['ip', 'netns', 'exec', space('desk')];
  const hosts: SshHosts = {
    desk,
    ssh: `ssh -F ${join(folder, 'config')}`,
    on: (name, command) => run(desk[0]!, ...desk.slice(1), ...hosts.ssh.split(' '), name, command),
    killDaemon(name) {
      for (const pid of processesIn(space(name))) if (nameOf(pid) === 'sshd') kill(pid);
    },
    cut: (name) => void run('ip', '-n', space(name), 'link', 'set', 'desk', 'down'),
    async remove() {
      for (const name of spaces.values()) {
        // One that is being killed may just have started another.
        for (let tries = 0; tries < 100 && processesIn(name).length > 0; tries++) {
          for (const pid of processesIn(name)) kill(pid);
          await setTimeout(20);
        }
        run('ip', 'netns', 'delete', name);
      }
    },
  };

  try {
    for (const name of spaces.values()) {
      run('ip', 'netns', 'add', name);
      run('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    mkdirSync(folder, { recursive: true });
    makeKey(join(folder, 'key'));
    const addresses = specs.map(({ name }, index) => link(space('desk'), space(name), index));
    for (const [index, spec] of specs.entries())
      startDaemon(folder, space(spec.name), spec, addresses[index]!);
    writeClient(
      folder,
      specs.map(({ name }, index) => ({ name, address: addresses[index]! })),
    );
    for (const { name } of specs) await reached(() => hosts.on(name, 'true'));
    return hosts;
  } catch (error) {
    await hosts.remove().catch(() => undefined);
    throw error;
  }
}

/** Joins two namespaces; gives the address of the second. */
function link(desk: string, host: string, index: number): string {
  const [here, there] = [`192.0.2.${4 * index + 1}`, `192.0.2.${4 * index + 2}`];
  const name = `host-${index}`;
  run('ip', '-n', desk, 'link', 'add', 'name', name, 'type', 'veth', 'peer', 'name', 'desk', 'netns', host);
  run('ip', '-n', desk, 'address', 'add', `${here}/30`, 'dev', name);
  run('ip', '-n', host, 'address', 'add', `${there}/30`, 'dev', 'desk');
  run('ip', '-n', desk, 'link', 'set', name, 'up');
  run('ip', '-n', host, 'link', 'set', 'desk', 'up');
  return there;
}

function startDaemon(folder: string, space: string, { name, env }: HostSpec, address: string): void {
  const config = join(folder, `${name}.sshd`);
  makeKey(join(folder, `${name}.key`));
  writeFileSync(
    config,
    `ListenAddress ${address}
HostKey ${join(folder, `${name}.key`)}
PidFile none
AuthorizedKeysFile ${join(folder, 'key.pub')}
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
SetEnv ${Object.entries(env)
      .map(([variable, value]) => `"${variable}=${value}"`)
      .join(' ')}
`,
  );
  // What is mounted after `ip netns exec` is seen by nobody else: a home, and the folder that the daemon wants.
  const script =
    'mount -t tmpfs none /root && mount -t tmpfs none /run && mkdir /run/sshd && exec "$1" -D -f "$2"';
  // Whatever becomes of the tests, the daemon does not outlive them.
  const inSpace = ['--pdeathsig', 'KILL', 'ip', 'netns', 'exec', space];
  spawn('setpriv', [...inSpace, 'sh', '-c', script, 'sh', SSHD, config], { stdio: 'ignore' });
}

/** Writes what the ssh of the desk needs to know. */
function writeClient(
  folder: string,
  hosts: readonly { readonly name: string; readonly address: string }[],
): void {
  writeFileSync(
    join(folder, 'known_hosts'),
    hosts.map(({ name }) => `${name} ${readFileSync(join(folder, `${name}.key.pub`), 'utf8')}`).join(''),
  );
  writeFileSync(
    join(folder, 'config'),
    `${hosts.map(({ name, address }) => `Host ${name}\n  HostName ${address}\n  HostKeyAlias ${name}\n`).join('')}
Host *
  User root
  IdentityFile ${join(folder, 'key')}
  IdentitiesOnly yes
  UserKnownHostsFile ${join(folder, 'known_hosts')}
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  BatchMode yes
  ConnectTimeout 3
  ServerAliveInterval 1
  ServerAliveCountMax 2
`,
  );
}

const makeKey = (path: string): void => void run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', path);

/** Waits until an attempt does not fail any more. */
async function reached(attempt: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return attempt();
    } catch (error) {
      if (tries === 50) throw error;
      await setTimeout(100);
    }
  }
}

const processesIn = (space: string): number[] =>
  run('ip', 'netns', 'pids', space).split('\n').filter(Boolean).map(Number);

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
