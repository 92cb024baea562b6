// Records of about 5 kB, of each type, filled the way such a record grows: an article by its text and what it mentions,
// an entity by its names and roles, a claim by its anchors and chain, an event by its history.

const LENGTH = 5_000;

const words =
  'The minister said in Zürich that talks would resume after both sides agreed to meet again; no date was confirmed. ';
const prose = (length) =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();
const day = (n) => `2024-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
const anchor = (n) => {
  const exact = prose(20 + (n % 40));
  return { articleId: `article:${n}`, exact, start: 100 * n, end: 100 * n + exact.length };
};

/** Adds items to a list of a record until the record is as long as it is to be. */
function filled(record, key, item) {
  const list = [];
  const whole = { ...record, [key]: list };
  for (let n = 0; JSON.stringify(whole).length < LENGTH; n++) list.push(item(n));
  return whole;
}

const stamps = { createdAt: '2024-06-19T09:30:00Z', updatedAt: '2024-06-20T18:05:10+02:00' };

/** Gives records by type, the same at every call. */
export const recordsOf = () => ({
  article: [
    filled(
      {
        type: 'article',
        id: 'article:1',
        ...stamps,
        headline: prose(60),
        authors: [{ name: 'A. Correspondent', role: 'reporter', entityId: 'entity:1' }],
        publisherId: 'source:1',
        url: 'https://news.example/2024/06/19/1',
        language: 'en-GB',
        publishedAt: '2024-06-19T09:30:00Z',
        subjects: [{ scheme: 'medtop', code: '11000000', name: 'politics and government', relevance: 80 }],
        keywords: ['talks', 'visit'],
        urgency: 4,
        summary: prose(250),
        body: { text: prose(3_000) },
      },
      'mentions',
      (n) => {
        const { exact, start, end } = anchor(n);
        return { entityId: `entity:${n}`, kind: 'name', anchor: { exact, start, end } };
      },
    ),
  ],
  source: [
    filled(
      {
        type: 'source',
        id: 'source:1',
        ...stamps,
        kind: 'outlet',
        name: 'An outlet',
        description: prose(1_000),
        domains: ['news.example', 'www.news.example'],
        country: 'CH',
        languages: ['de-CH', 'fr'],
        policies: {
          correctionsPolicy: 'https://news.example/corrections',
          ethicsPolicy: 'https://news.example/ethics',
        },
        actsFor: ['entity:1'],
      },
      'identifiers',
      (n) => ({ scheme: `scheme-${n}`, value: `N-${1000 + n}` }),
    ),
  ],
  entity: [
    filled(
      {
        type: 'entity',
        kind: 'person',
        id: 'entity:1',
        ...stamps,
        name: 'A. Minister',
        names: [
          { value: 'Антон Министр', language: 'ru', kind: 'alias' },
          { value: 'Anton Ministr', language: 'ru-Latn', kind: 'transliteration' },
        ],
        wikidataId: 'Q881',
        description: prose(500),
        birthDate: '1961-04~',
        sameAs: ['https://people.example/a-minister'],
      },
      'roles',
      (n) => ({
        title: prose(20 + (n % 10)),
        ofEntityId: `entity:${n}`,
        during: `20${String(10 + (n % 10))}/20${20 + (n % 5)}`,
      }),
    ),
    filled(
      {
        type: 'entity',
        kind: 'organization',
        id: 'entity:2',
        ...stamps,
        name: 'An organization',
        country: 'FR',
        parentId: 'entity:3',
      },
      'names',
      (n) => ({ value: prose(20 + (n % 30)), language: n % 2 === 0 ? 'fr' : 'de-CH', kind: 'alias' }),
    ),
  ],
  claim: [
    filled(
      {
        type: 'claim',
        id: 'claim:1',
        ...stamps,
        text: prose(120),
        kind: 'plan',
        speechAct: 'announce',
        articleId: 'article:1',
        attribution: [
          { sourceIds: ['source:1'], role: 'originator', mode: 'indirect', cue: anchor(3) },
          { sourceIds: ['source:2', 'source:3'], role: 'relay', groundRules: 'background' },
        ],
        certainty: 'probable',
        polarity: 'positive',
        about: ['entity:1', 'event:1'],
        times: [{ of: 'content', date: '2024-06-19', phrase: 'on Wednesday', method: 'relative' }],
        stances: [{ eventId: 'event:1', aspect: 'date', stance: 'confirms', value: '2024-06-19' }],
        responses: [{ sourceId: 'source:4', kind: 'declined-to-comment', at: '2024-06-18' }],
        relations: [{ type: 'supports', claimId: 'claim:2', anchors: [anchor(5)] }],
        assertedAt: '2024-06-18',
      },
      'anchors',
      anchor,
    ),
  ],
  'scheduled-event': [
    filled(
      {
        type: 'scheduled-event',
        id: 'event:1',
        ...stamps,
        name: 'Talks in Geneva',
        status: 'confirmed',
        confirmation: { by: ['source:1'], at: '2024-06-18', claimIds: ['claim:1'] },
        phase: 'planned',
        aspects: { place: 'confirmed', agenda: 'unconfirmed' },
        start: { date: '2024-06-19', status: 'confirmed', phrase: 'on Wednesday' },
        end: { date: '2024-06-20', status: 'unconfirmed' },
        participants: [
          { entityId: 'entity:1', role: 'host', party: true },
          { entityId: 'entity:2', role: 'guest' },
        ],
        placeIds: ['entity:3'],
        agenda: [{ topic: prose(80), status: 'proposed', sourceId: 'source:1', claimIds: ['claim:2'] }],
      },
      'history',
      (n) => ({
        phase: 'planned',
        status: 'unconfirmed',
        start: { date: day(n), status: 'unconfirmed', phrase: 'some day of the coming weeks' },
        at: day(n),
        claimIds: [`claim:${n}`],
        note: prose(60),
      }),
    ),
  ],
  assessment: [
    {
      type: 'assessment',
      id: 'assessment:1',
      ...stamps,
      subjectId: 'claim:1',
      by: 'source:1',
      at: '2024-06-21',
      status: 'refuted',
      rating: { label: 'False', scale: 'five stars', value: 1, best: 5, worst: 1 },
      url: 'https://checks.example/2024/06/21/1',
      explanation: prose(LENGTH - 400),
    },
  ],
});
