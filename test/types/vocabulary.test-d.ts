import { assertType, expectTypeOf, test } from 'vitest';
import type { ClaimKind, claimKindMeanings, EventStatus, RecordType, Stance } from '../../src/vocabulary.js';
import { claimKinds, eventStatuses, type recordTypes, type stances } from '../../src/vocabulary.js';
import type { Equal } from './equal.js';

test('a vocabulary is a constant, and its type is its words', () => {
  expectTypeOf(eventStatuses).toEqualTypeOf<readonly ['confirmed', 'unconfirmed']>();
  assertType<Equal<EventStatus, 'confirmed' | 'unconfirmed'>>(true);
  assertType<Equal<ClaimKind, (typeof claimKinds)[number]>>(true);
  assertType<Equal<Stance, (typeof stances)[number]>>(true);
  assertType<Equal<RecordType, (typeof recordTypes)[number]>>(true);
  // @ts-expect-error: nobody adds a word
  claimKinds.push('rumour');
});

test('every word has its meaning, by type too', () => {
  assertType<Equal<typeof claimKindMeanings, Readonly<Record<ClaimKind, string>>>>(true);
});
