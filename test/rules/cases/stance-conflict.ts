import { casesOf, claim } from '../../support/rule-cases.js';

const stances = (...taken: readonly (readonly [stance: string, more?: object])[]): object =>
  claim('a', {
    stances: taken.map(([stance, more]) => ({ eventId: 'event:a', aspect: 'date', stance, ...more })),
  });

export const cases = casesOf('claim/stance-conflict', {
  found: {
    'a source that confirms and denies': {
      records: [stances(['confirms'], ['reports'], ['denies'])],
      at: ['claim:a /stances/2/stance'],
      related: ['claim:a /stances/0/stance'],
    },
    'a source that confirms what it says is unconfirmed': {
      records: [stances(['confirms', { value: '2024-06-19' }], ['unconfirmed', { value: '2024-06-19' }])],
      at: ['claim:a /stances/1/stance'],
    },
  },
  passed: {
    'two sources': [stances(['confirms', { sourceId: 'source:a' }], ['denies', { sourceId: 'source:b' }])],
    'two dates': [stances(['confirms', { value: '2024-06-19' }], ['denies', { value: '2024-06-20' }])],
    'two events': [stances(['confirms'], ['denies', { eventId: 'event:b' }])],
    'the same twice': [stances(['confirms'], ['confirms'])],
    'stances that settle nothing': [stances(['confirms'], ['reports'], ['no-comment'], ['predicts'])],
  },
});
