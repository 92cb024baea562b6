import { groundRulesOfSource } from '../../reasoning/attribution/ground-rules.js';
import type { AttributionLink } from '../../records/claim.js';
import type { Source } from '../../records/source.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A claim that may be published, attributed to somebody who spoke off the record. */
export const offTheRecord: DatasetRule = {
  scope: 'dataset',
  code: 'claim/off-the-record',
  severity: 'error',
  title: 'a claim from somebody who spoke off the record',
  explanation:
    'What was said off the record must not be published, with or without a name. A link of the chain was given on these terms, by its own groundRules or by those of its source, and nothing keeps the claim from being published: its article is not withheld or canceled, and it is not retracted. Keep it out of data that is handed on, find another source for it, or record the terms that were agreed since.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are agreed.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
    },
    { type: 'article', id: 'article:a' },
    {
      type: 'source',
      id: 'source:a',
      kind: 'official',
      name: 'A. Nguyen',
      groundRules: 'off-the-record',
    },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are agreed.',
      articleId: 'article:a',
      attribution: [{ sourceIds: ['source:a'], role: 'originator', groundRules: 'background' }],
    },
    { type: 'article', id: 'article:a' },
    {
      type: 'source',
      id: 'source:a',
      kind: 'official',
      name: 'A. Nguyen',
      groundRules: 'off-the-record',
    },
  ],
  reads: {
    article: ['pubStatus'],
    source: ['groundRules'],
    claim: ['articleId', 'recordStatus', 'attribution.*.sourceIds', 'attribution.*.groundRules'],
  },
  judge(facts) {
    return facts.records('claim', 'attribution').flatMap(({ record, parts }) => {
      const { attribution = [], articleId, recordStatus } = parts;
      if (attribution.length === 0 || recordStatus === 'retracted') return [];
      const pubStatus = facts.find('article', articleId)?.parts.pubStatus;
      if (pubStatus === 'withheld' || pubStatus === 'canceled') return [];
      return attribution.flatMap(({ sourceIds = [], groundRules }, index): DatasetProblem[] => {
        const path = ['attribution', index];
        const message = 'said off the record, which must not be published';
        if (groundRules === 'off-the-record') return [{ record, path: [...path, 'groundRules'], message }];
        return sourceIds.flatMap((id, at): DatasetProblem[] => {
          const source = facts.find('source', id);
          const terms = groundRulesOfSource(
            { groundRules } as AttributionLink,
            source?.parts as Source | undefined,
          );
          if (source === undefined || terms !== 'off-the-record') return [];
          return [
            {
              record,
              path: [...path, 'sourceIds', at],
              message: `${JSON.stringify(id)} ${message.replace('said', 'speaks')}`,
              expected: 'a source that may be published, or a link with terms of its own',
              related: [{ record: source.record, path: ['groundRules'], message: 'off the record' }],
            },
          ];
        });
      });
    });
  },
};
