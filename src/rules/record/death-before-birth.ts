import { isDateSurelyBefore } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** A person who died before being born. */
export const deathBeforeBirth: RecordRule<'entity'> = {
  scope: 'record',
  code: 'time/death-before-birth',
  severity: 'error',
  title: 'a person who died before being born',
  explanation:
    'deathDate lies before birthDate for certain. Usually the two were swapped, or a digit of a year is wrong.',
  bad: [
    { type: 'entity', id: 'entity:a', kind: 'person', name: 'A', birthDate: '1952', deathDate: '1925-10-07' },
  ],
  good: [
    { type: 'entity', id: 'entity:a', kind: 'person', name: 'A', birthDate: '1925', deathDate: '1952-10-07' },
  ],
  types: ['entity'],
  reads: ['birthDate', 'deathDate'],
  check({ birthDate, deathDate }) {
    if (!isDateSurelyBefore(deathDate, birthDate)) return [];
    return [
      {
        code: 'time/death-before-birth',
        path: ['deathDate'],
        message: `died ${deathDate}, before being born ${birthDate}`,
        expected: `${birthDate} or later`,
        related: [{ path: ['birthDate'], message: 'born' }],
      },
    ];
  },
};
