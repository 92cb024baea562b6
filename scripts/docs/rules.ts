import { catalogue, docsAnchorOf } from '../../src/check/catalogue/catalogue.js';
import type { CatalogueEntry, CodeScope } from '../../src/check/catalogue/entry.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';

const scopes: Readonly<Record<CodeScope, string>> = {
  text: 'syntax of a text',
  schema: 'schema of one record',
  record: 'rule over one record',
  dataset: 'rule over all records',
  file: 'files',
  configuration: 'configuration',
};

const areas: Readonly<Record<string, string>> = {
  syntax: 'Before anybody asks what a text says: is it JSON, NDJSON or YAML, and does it hide nothing?',
  schema: `Does a record have the keys and values that its type (${recordTypes.join(', ')}) asks for?`,
  reference: 'Do records that name each other find each other?',
  time: 'Can all that is said of time be true together?',
  claim: 'Do claims say what a claim can say, and rest on what still stands?',
  event: 'Do status, phase and order of events agree with each other and with the claims about them?',
  anchor: 'Do quotations stand where they are said to stand?',
  source: 'Do sources agree with what they are?',
  assessment: 'Do judgements agree with their own scales?',
  io: 'Could everything be read that was asked for? These make the exit code 2.',
  config: 'Does the configuration still do what it says?',
};

/** Makes `docs/rules.md`: everything that a check can find, each with an example of it and of the same without it. */
export function rulesPage(): string {
  const byArea = new Map<string, CatalogueEntry[]>();
  for (const entry of catalogue) {
    const area = entry.code.slice(0, entry.code.indexOf('/'));
    byArea.set(area, [...(byArea.get(area) ?? []), entry]);
  }
  const order = Object.keys(areas).filter((area) => byArea.has(area));
  const unknown = [...byArea.keys()].filter((area) => !(area in areas));
  if (unknown.length > 0) throw new Error(`say in scripts/docs/rules.ts what ${unknown} is about`);
  return [
    '# What the checker finds',
    '',
    '<!-- Made by `npm run docs` from the rules themselves. Change it there. -->',
    '',
    'Every code that `newsdomain check` can give, with an example of the mistake and of the same without it. `newsdomain rules` lists them, `newsdomain explain <code>` prints one of these sections. Doubt is never a mistake: a rule finds what contradicts itself for certain, and passes over what the data leave open.',
    '',
    'An **error** must be mended and makes the exit code 1. A **warning** should be looked at; `--fail-on warning` counts it too. A **note** is worth knowing. A configuration file can set the severity of a code or switch it off, as [the checker](checker.md) says.',
    '',
    ...order.flatMap((area) => [
      `## ${area}`,
      '',
      areas[area]!,
      '',
      '| code | severity | what it is |',
      '|---|---|---|',
      ...byArea
        .get(area)!
        .map(
          ({ code, severity, title }) => `| [\`${code}\`](#${docsAnchorOf(code)}) | ${severity} | ${title} |`,
        ),
      '',
      ...byArea.get(area)!.flatMap(section),
    ]),
  ].join('\n');
}

function section({ code, severity, scope, title, explanation, bad, good, now }: CatalogueEntry): string[] {
  const clock =
    now === undefined
      ? ''
      : ` Runs only where \`--now\` says what time it is; the examples are judged at \`${now}\`.`;
  return [
    `### ${code}`,
    '',
    `**${severity}** · ${scopes[scope]} · ${title}`,
    '',
    `${explanation}${clock}`,
    '',
    ...example('Found in:', bad),
    ...example('Not found in:', good),
  ];
}

function example(lead: string, shown: CatalogueEntry['bad']): string[] {
  if ('command' in shown) return [`${lead} \`${shown.command}\` (${shown.outcome})`, ''];
  const language = shown.contents !== undefined ? 'text' : shown.file.endsWith('.yaml') ? 'yaml' : 'json';
  return [lead, '', `\`\`\`${language}`, shown.text.trimEnd(), '```', ''];
}
