import type { RecordRule } from '../rule.js';

/** A source that speaks for somebody and is said to be only close to them. */
export const actsAndAffiliated: RecordRule<'source'> = {
  scope: 'record',
  code: 'source/acts-and-affiliated',
  severity: 'error',
  title: 'a source that both speaks for somebody and is only close to them',
  explanation:
    'actsFor gives a source the authority to confirm; affiliatedWith is closeness without that authority. One entity cannot stand in both. Where it is not certain that the source speaks for them, leave it in affiliatedWith.',
  bad: [
    {
      type: 'source',
      id: 'source:a',
      kind: 'official',
      name: 'A. Nguyen',
      actsFor: ['entity:a'],
      affiliatedWith: ['entity:a'],
    },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  good: [
    { type: 'source', id: 'source:a', kind: 'official', name: 'A. Nguyen', actsFor: ['entity:a'] },
    { type: 'entity', id: 'entity:a', kind: 'country', name: 'Vietnam' },
  ],
  types: ['source'],
  reads: ['actsFor', 'affiliatedWith'],
  check({ actsFor = [], affiliatedWith = [] }) {
    if (actsFor.length === 0 || affiliatedWith.length === 0) return [];
    const places = new Map(actsFor.map((id, index) => [id, index]));
    return affiliatedWith.flatMap((id, index) => {
      const place = places.get(id);
      if (place === undefined) return [];
      return [
        {
          code: 'source/acts-and-affiliated' as const,
          path: ['affiliatedWith', index],
          message: `the source acts for ${JSON.stringify(id)}, so it is more than affiliated with it`,
          expected: 'an entity that it does not speak for',
          related: [{ path: ['actsFor', place], message: 'it acts for it' }],
        },
      ];
    });
  },
};
