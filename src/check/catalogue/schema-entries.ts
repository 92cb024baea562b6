import type { CatalogueEntry, FileExample } from './entry.js';
import { showJson } from './show-json.js';

const record = (value: object): FileExample => ({ file: 'example.json', text: showJson(value) });

const article = (more: object): FileExample => record({ type: 'article', id: 'article:a', ...more });
const claim = (more: object): FileExample =>
  record({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.', ...more });
const event = (more: object): FileExample =>
  record({
    type: 'scheduled-event',
    id: 'event:a',
    name: 'A visit',
    status: 'unconfirmed',
    phase: 'planned',
    ...more,
  });

type Told = Omit<CatalogueEntry, 'severity' | 'scope'>;

const told: readonly Told[] = [
  {
    code: 'schema/type',
    title: 'a value of the wrong JSON type',
    explanation:
      'A text stands where a number belongs, one value where a list belongs, and so on. `expected` says what belongs there. null is a value too: what is not known is left out.',
    bad: article({ keywords: 'visit, Vietnam' }),
    good: article({ keywords: ['visit', 'Vietnam'] }),
  },
  {
    code: 'schema/required',
    title: 'a key that is missing',
    explanation:
      'Few keys are required, and each of them because the record would say nothing without it. The place is that of the object that lacks the key, and `expected` names it. An event has no status by default: what nobody confirmed is unconfirmed, and that must be said.',
    bad: record({ type: 'claim', id: 'claim:a' }),
    good: record({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' }),
  },
  {
    code: 'schema/unknown-key',
    title: 'a key that is not known',
    explanation:
      'A misspelt key would vanish without a word, so keys that the schema does not know are refused. Where one that is known was probably meant it is suggested, and --fix renames it. Data of your own belong under extensions.',
    bad: article({ headlin: 'Rain' }),
    good: article({ headline: 'Rain', extensions: { 'org.example.desk': { slot: 4 } } }),
  },
  {
    code: 'schema/forbidden-key',
    title: 'a key that must not stand beside what else is said',
    explanation:
      'The key is known, and contradicts another one: an unconfirmed event carries no confirmation. Remove it, or change what it contradicts.',
    bad: event({ confirmation: { by: ['source:a'] } }),
    good: event({}),
  },
  {
    code: 'schema/unknown-type',
    title: 'a record without a type that is known',
    explanation:
      'Every record says with type what it is: article, source, entity, claim, scheduled-event or assessment. Nothing is passed over because it does not look like a record. For files of one type that leave it out there is --type.',
    bad: record({ type: 'rumour', id: 'rumour:a', text: 'It rained.' }),
    good: record({ type: 'claim', id: 'claim:a', text: 'It rained.' }),
  },
  {
    code: 'schema/version',
    title: 'a dataset of a version that is not known',
    explanation:
      'schemaVersion says which version of the format a dataset document is written in, and this package reads "1". Records of another version follow other rules, so they are not judged, and the exit code is 2. Use a newer newsdomain, or write version 1.',
    bad: record({ schemaVersion: '99', records: [] }),
    good: record({ schemaVersion: '1', records: [] }),
  },
  {
    code: 'schema/enum',
    title: 'a word that is not in its vocabulary',
    explanation:
      'The field takes one of a few words, which docs/model.md lists with their meanings. Where another key of the same object takes this very word, that is suggested: cancelled is a phase, not a status.',
    bad: event({ status: 'cancelled' }),
    good: event({ phase: 'cancelled' }),
  },
  {
    code: 'schema/format',
    title: 'a text that does not have its form',
    explanation:
      'Ids, URLs, language tags, country codes, digests and the like have a form, and `expected` shows it. Where another spelling surely means the same it is suggested, and --fix writes it.',
    bad: article({ url: 'www.example.org/rain' }),
    good: article({ url: 'https://www.example.org/rain' }),
  },
  {
    code: 'schema/date-time',
    title: 'a text that is no instant',
    explanation:
      'An instant is an RFC 3339 date-time with seconds and offset, of a day and a time that exist. A clock time without its offset from UTC is no instant: nobody can say when it is.',
    bad: article({ publishedAt: '2024-06-12T09:30:00' }),
    good: article({ publishedAt: '2024-06-12T09:30:00+07:00' }),
  },
  {
    code: 'schema/date',
    title: 'a text that is no fuzzy date',
    explanation:
      'Dates are EDTF of level 0 or 1, or a one-of set: as exact as is known, and no more. The day must exist. An interval is an extent and belongs in window or during; a start that is some time within it is a set, such as [2024-06-19..2024-06-21].',
    bad: event({ start: { date: '2024-06-19/2024-06-21' } }),
    good: event({ start: { date: '[2024-06-19..2024-06-21]' } }),
  },
  {
    code: 'schema/length',
    title: 'a text or a list that is too short or too long',
    explanation:
      'A text that says nothing is left out rather than empty, and a list that must name somebody names at least one. Unknown is not empty.',
    bad: article({ headline: '' }),
    good: article({}),
  },
  {
    code: 'schema/range',
    title: 'a number that is too small or too large',
    explanation:
      'The number lies outside of the scale that it is on: urgency goes from 1 to 9, a latitude from -90 to 90.',
    bad: article({ urgency: 10 }),
    good: article({ urgency: 9 }),
  },
  {
    code: 'schema/duplicate-item',
    title: 'the same thing twice in one list',
    explanation:
      'Lists of ids name everything once. The later one is reported, the first is related. Remove one, or put the right id in its place.',
    bad: event({ placeIds: ['entity:a', 'entity:a'] }),
    good: event({}),
  },
  {
    code: 'schema/at-least-one',
    title: 'none of several keys, and one must be there',
    explanation:
      'The object says nothing without one of these keys: a body has text, html or both. Add one, or leave the object out.',
    bad: article({ body: {} }),
    good: article({ body: { text: 'It rained.' } }),
  },
  {
    code: 'schema/exactly-one',
    title: 'none or several of several keys, and one must be there',
    explanation:
      'The keys exclude each other: a relative time is reckoned from an article, an event or a date. Keep the one that was meant.',
    bad: event({ start: { phrase: 'the day after', relativeTo: {} } }),
    good: event({ start: { phrase: 'the day after', relativeTo: { date: '2024-06-19' } } }),
  },
  {
    code: 'schema/extension-key',
    title: 'an extension without a namespace',
    explanation:
      'Keys in extensions are a reverse domain name or a URL, so that the data of two systems never collide.',
    bad: article({ extensions: { desk: 'foreign' } }),
    good: article({ extensions: { 'org.example.desk': 'foreign' } }),
  },
  {
    code: 'schema/language',
    title: 'a language tag that says something twice',
    explanation:
      'The text has the form of a BCP 47 language tag, and a variant or an extension stands in it twice, which RFC 5646 forbids.',
    bad: article({ language: 'de-1901-1901' }),
    good: article({ language: 'de-1901' }),
  },
  {
    code: 'schema/url',
    title: 'a web URL whose host is none',
    explanation:
      'The text has the form of an absolute http or https URL, and its host cannot be one: an IPv6 address that is none, or a name in other letters than a to z that does not come out as one. Copy it again from the address bar.',
    bad: article({ url: 'https://xn--a.example/rain' }),
    good: article({ url: 'https://www.example.org/rain' }),
  },
  {
    code: 'schema/recurrence',
    title: 'a recurrence rule that contradicts itself',
    explanation:
      'The text has the form of an RFC 5545 RRULE value, and a part stands in it twice, excludes another or names no date: COUNT and UNTIL cannot both end it.',
    bad: event({ recurrence: 'FREQ=WEEKLY;COUNT=4;UNTIL=20240731' }),
    good: event({ recurrence: 'FREQ=WEEKLY;COUNT=4' }),
  },
  {
    code: 'schema/time-zone',
    title: 'a time zone that does not exist',
    explanation:
      'Time zones have the names of the IANA database, such as Asia/Ho_Chi_Minh. Abbreviations such as CET are no names of places, and some mean several zones.',
    bad: event({ start: { date: '2024-06-19', timeZone: 'Asia/Pyonyang' } }),
    good: event({ start: { date: '2024-06-19', timeZone: 'Asia/Pyongyang' } }),
  },
  {
    code: 'claim/stance-date',
    title: 'a stance on a date whose value is no date',
    explanation:
      'value of a stance on the aspect date is compared with other dates, so it is an EDTF date. The words of the text belong in times, as phrase.',
    bad: claim({ stances: [{ eventId: 'event:a', aspect: 'date', stance: 'reports', value: 'June 19' }] }),
    good: claim({ times: [{ of: 'content', phrase: 'June 19', date: '2024-06-19' }] }),
  },
  {
    code: 'time/end-before-start',
    title: 'an end that lies before its start',
    explanation:
      'The end is before the start for certain, of an event or of an interval. Usually a digit is wrong, or the two were swapped. Where both are too vague to tell, nothing is said.',
    bad: event({ start: { date: '2024-06-19' }, end: { date: '2024-06-17' } }),
    good: event({ start: { date: '2024-06-19' }, end: { date: '2024-06' } }),
  },
  {
    code: 'anchor/end-before-start',
    title: 'an anchor that ends before it starts',
    explanation:
      'start and end of an anchor are offsets in code points from the start of the text, end exclusive, so end is the larger of the two.',
    bad: claim({ anchors: [{ exact: 'June 19', start: 219, end: 212 }] }),
    good: claim({ anchors: [{ exact: 'June 19', start: 212, end: 219 }] }),
  },
  {
    code: 'anchor/length',
    title: 'an anchor whose offsets do not fit its quotation',
    explanation:
      'end minus start is the length of exact in code points. Programs that count UTF-16 units or bytes come to other numbers where the text has emoji or accents: convert them with utf16ToCodePoint.',
    bad: claim({ anchors: [{ exact: 'June 19', start: 212, end: 220 }] }),
    good: claim({ anchors: [{ exact: 'June 19', start: 212, end: 219 }] }),
  },
];

/** Every mistake that one record can have by its schema, the rules between its fields included. */
export const schemaEntries: readonly CatalogueEntry[] = told.map((entry) => ({
  ...entry,
  severity: 'error',
  scope: 'schema',
}));
