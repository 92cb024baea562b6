import { article, casesOf, claim, link, source } from '../../support/rule-cases.js';

const quiet = source('a', { groundRules: 'off-the-record' });
const open = source('b', { groundRules: 'on-the-record' });
const said = (links: readonly object[], more: object = {}): object =>
  claim('a', { articleId: 'article:a', attribution: links, ...more });

export const cases = casesOf('claim/off-the-record', {
  found: {
    'a source whose terms these are': {
      records: [said([link('originator', 'a'), link('relay', 'b')]), quiet, open, article('a')],
      at: ['claim:a /attribution/0/sourceIds/0'],
      related: ['source:a /groundRules'],
    },
    'a link whose terms these are, whatever those of its source': {
      records: [said([link('originator', 'b', { groundRules: 'off-the-record' })]), open, article('a')],
      at: ['claim:a /attribution/0/groundRules'],
    },
    'one of two who spoke together': {
      records: [
        said([{ sourceIds: ['source:b', 'source:a'], role: 'originator' }]),
        quiet,
        open,
        article('a'),
      ],
      at: ['claim:a /attribution/0/sourceIds/1'],
    },
    'a claim that stands in no article': {
      records: [claim('a', { attribution: [link('originator', 'a')] }), quiet],
      at: ['claim:a /attribution/0/sourceIds/0'],
    },
  },
  passed: {
    'other terms that were agreed for this claim': [
      said([link('originator', 'a', { groundRules: 'background' })]),
      quiet,
      article('a'),
    ],
    'an article that is withheld': [
      said([link('originator', 'a')]),
      quiet,
      article('a', { pubStatus: 'withheld' }),
    ],
    'a claim that was retracted': [
      said([link('originator', 'a')], { recordStatus: 'retracted' }),
      quiet,
      article('a'),
    ],
    background: [
      said([link('originator', 'a')]),
      source('a', { groundRules: 'deep-background' }),
      article('a'),
    ],
    'a source of which there is no record': [said([link('originator', 'x')]), article('a')],
  },
});
