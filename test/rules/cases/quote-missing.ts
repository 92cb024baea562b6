import { article, casesOf, claim } from '../../support/rule-cases.js';

const text = article('a', { body: { text: 'The visit is not confirmed, the agency says.' } });
const quoting = (exact: string): object => claim('a', { articleId: 'article:a', anchors: [{ exact }] });

export const cases = casesOf('anchor/missing', {
  found: {
    'a quotation without its negation': {
      records: [text, quoting('The visit is confirmed')],
      at: ['claim:a /anchors/0/exact'],
      related: ['article:a /body/text'],
    },
    'words of another case': { records: [quoting('THE VISIT'), text], at: ['claim:a /anchors/0/exact'] },
  },
  passed: {
    'words of the article': [text, quoting('not confirmed')],
    'an article without a text': [article('a'), quoting('not confirmed')],
    'an article of which there is no record': [quoting('confirmed')],
  },
});
