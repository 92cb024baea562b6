import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/check/catalogue/catalogue.js';
import { main } from '../../src/cli/main.js';

async function run(argv: readonly string[], columns?: number) {
  let stdout = '';
  let stderr = '';
  const code = await main(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: (async function* () {})(),
    writeFile: async () => {},
    appendFile: async () => {},
    env: {},
    cwd: '.',
    packageRoot: new URL('../../', import.meta.url),
    columns,
  });
  return { code, stdout, stderr };
}

describe('rules', () => {
  it('lists every code with its severity and what it is, one a line', async () => {
    const { code, stdout } = await run(['rules']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ +/)[0])).toEqual(catalogue.map((entry) => entry.code));
    expect(lines).toContainEqual(
      expect.stringMatching(/^time\/past-but-planned +warning +an event .* \(with --now\)$/),
    );
  });

  it('gives everything as JSON, with all keys', async () => {
    const { stdout } = await run(['rules', '--format', 'json']);
    const { version, rules } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rules).toHaveLength(catalogue.length);
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual([
        'code',
        'severity',
        'scope',
        'title',
        'explanation',
        'now',
        'bad',
        'good',
      ]);
    }
  });

  it('says what explains one of them', async () => {
    const { code, stderr } = await run(['rules', 'schema/type']);
    expect(code).toBe(2);
    expect(stderr).toContain('newsdomain explain schema/type');
  });
});

describe('explain', () => {
  it('says what a code means, why it is a mistake, and shows it', async () => {
    const { code, stdout } = await run(['explain', 'claim/self-reference']);
    expect(code).toBe(0);
    expect(stdout).toBe(`claim/self-reference (error): a claim that refers to itself

A claim supports, replaces, contains or answers another claim, never itself.
Mostly an id was copied with the rest of a record: name the claim that was
meant, or remove the reference.

Found in:

  [
    {
      "type": "claim",
      "id": "claim:b",
      "text": "Talks were held on Monday.",
      "relations": [{ "type": "specifies", "claimId": "claim:b" }]
    },
    { "type": "claim", "id": "claim:a", "text": "Talks were held." }
  ]

Not found in:

  [
    {
      "type": "claim",
      "id": "claim:b",
      "text": "Talks were held on Monday.",
      "relations": [{ "type": "specifies", "claimId": "claim:a" }]
    },
    { "type": "claim", "id": "claim:a", "text": "Talks were held." }
  ]
`);
  });

  it('explains every code, within the width of the terminal', async () => {
    for (const { code, explanation } of catalogue) {
      const { code: exit, stdout } = await run(['explain', code], 60);
      expect(exit).toBe(0);
      const prose = stdout.slice(stdout.indexOf('\n'), stdout.indexOf('Found in:'));
      expect(prose.replace(/\s+/g, ' ')).toContain(explanation);
      expect(Math.max(...prose.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
    }
  });

  it('says when a rule asks for the time', async () => {
    expect((await run(['explain', 'time/past-but-planned'])).stdout).toContain('Found only where --now');
  });

  it('gives one as JSON', async () => {
    const { stdout } = await run(['explain', 'schema/range', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'schema/range', severity: 'error', now: null });
  });

  it.each([
    ['schema/rnage', 'did you mean schema/range?'],
    ['dangling', 'did you mean reference/dangling?'],
    ['weather', 'newsdomain rules lists them'],
    ['__proto__', 'newsdomain rules lists them'],
  ])('%s is no code: exit 2, and what was meant', async (word, hint) => {
    const { code, stdout, stderr } = await run(['explain', word]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });

  it('asks which, and takes one at a time', async () => {
    expect((await run(['explain'])).stderr).toContain('explain which code?');
    expect((await run(['explain', 'schema/type', 'schema/date'])).stderr).toContain('one code at a time');
    expect((await run(['explain', '--help'])).code).toBe(0);
    expect((await run(['rules', '--help'])).stdout).toContain('newsdomain explain <code>');
  });
});
