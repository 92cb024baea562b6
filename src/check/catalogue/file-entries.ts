import type { CatalogueEntry } from './entry.js';

/** What keeps a file from being checked, or a configuration from being what it seems. */
export const fileEntries: readonly CatalogueEntry[] = [
  {
    code: 'io/not-found',
    severity: 'error',
    scope: 'file',
    title: 'a path that leads nowhere',
    explanation:
      'There is no file or folder with this name. The check is not complete, and the exit code is 2: a check that looked at nothing must not look clean.',
    bad: { command: 'newsdomain check data/articel.json', outcome: 'no such file; exit code 2' },
    good: { command: 'newsdomain check data/article.json', outcome: 'the file is checked' },
  },
  {
    code: 'io/unreadable',
    severity: 'error',
    scope: 'file',
    title: 'a file that cannot be read',
    explanation:
      'The file is there, and the system does not let it be read, or it is no file: permissions, a broken disk, a circle of links. The message has the reason of the system. The exit code is 2.',
    bad: { command: 'newsdomain check secret.json', outcome: 'permission denied; exit code 2' },
    good: { command: 'chmod u+r secret.json', outcome: 'the file can be read' },
  },
  {
    code: 'io/no-files',
    severity: 'error',
    scope: 'file',
    title: 'a folder or a pattern without data files',
    explanation:
      'Nothing under this folder or pattern is a data file: .json, .ndjson, .jsonl, .yaml or .yml, each also with .gz. A file that is named is always checked, whatever it is called. The exit code is 2, so that a misspelt pattern in CI does not pass for clean data.',
    bad: { command: "newsdomain check 'data/*.jsn'", outcome: 'no data files; exit code 2' },
    good: { command: "newsdomain check 'data/*.json'", outcome: 'the files are checked' },
  },
  {
    code: 'io/truncated',
    severity: 'error',
    scope: 'file',
    title: 'a gzip file that ends too early',
    explanation:
      'What is packed stops in the middle, so that nobody knows what is missing. The records of NDJSON and of lists that are whole are checked. Fetch or pack the file again. The exit code is 2.',
    bad: { command: 'newsdomain check archive.ndjson.gz', outcome: 'the end is missing; exit code 2' },
    good: { command: 'gzip -t archive.ndjson.gz', outcome: 'says whether the file is whole' },
  },
  {
    code: 'io/too-large',
    severity: 'error',
    scope: 'file',
    title: 'more than can be read at once',
    explanation:
      'A record, or a JSON document that is no list of records, may have 256 MB and 5 million values, and a YAML file 8 MB. NDJSON and lists of records are read record by record and may be as long as they like. A gzip file that unpacks to 250 times its size and more is a bomb, and is not read on. The exit code is 2.',
    bad: { command: 'newsdomain check archive.yaml', outcome: 'longer than 8 MB; exit code 2' },
    good: { command: 'newsdomain check archive.ndjson', outcome: 'read record by record' },
  },
  {
    code: 'io/changed',
    severity: 'error',
    scope: 'file',
    title: 'a file that changed while it was checked',
    explanation:
      'Another program wrote to the file, or put another in its place, before the check was done, so that findings may be about what is no longer there. Check it again when nobody writes. The exit code is 2.',
    bad: { command: 'newsdomain check feed.ndjson', outcome: 'while it is being downloaded; exit code 2' },
    good: { command: 'newsdomain check feed.ndjson', outcome: 'when the download is done' },
  },
  {
    code: 'io/too-many-findings',
    severity: 'error',
    scope: 'file',
    title: 'more findings than are kept',
    explanation:
      'After a million findings the rest is left out, and the exit code is 2. So many are nearly always one mistake in every record: mend that one, and check again.',
    bad: { command: 'newsdomain check another-format.ndjson', outcome: 'a million findings; exit code 2' },
    good: {
      command: 'head another-format.ndjson | newsdomain check -',
      outcome: 'shows what is wrong with all',
    },
  },
  {
    code: 'config/unused-suppression',
    severity: 'note',
    scope: 'configuration',
    title: 'a suppression that suppresses nothing',
    explanation:
      'No finding fits this suppression of newsdomain.config.json any more, or its date has passed. Take it out, so that the next mistake of this kind is seen. Where its files were not checked, or its rule did not run, nothing is said.',
    bad: {
      command: '"suppressions": [{ "code": "reference/dangling", "reason": "…" }]',
      outcome: 'and no reference dangles',
    },
    good: { command: '"suppressions": []', outcome: 'nothing is hidden' },
  },
];
