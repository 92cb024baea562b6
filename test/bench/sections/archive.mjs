// Whole processes over one file of records a line, against the loop that only parses it.

import { figureOf } from '../figures.mjs';
import { pairsOf } from '../harness.mjs';

/** @typedef {import('../bench.mjs').Bench} Bench */

/**
 * Records of 10 kB: articles with their texts, which quote them and refer to sources and entities. All of it is right.
 *
 * @param {Bench} bench
 */
export async function measureArchive(bench) {
  // what a process takes to start and to warm up is told by itself, and little of an archive
  const megabytes = 2 * bench.options.megabytes;
  const { parser, checkers, peers } = bench;
  const { one, two } = checkers;
  const { zod, jitless, ajv, ajvAll, typebox, exhaustive, fast } = peers;
  const others = [zod, jitless, ajv, ajvAll, typebox, exhaustive, fast];
  const results = await bench.race(`with bodies, ${megabytes} MB`, { megabytes, said: 0 }, others);
  const ratio = ratiosOf(results);
  return [
    ratio(one, parser, { most: 1.2 }),
    ratio(two, parser, { most: 0.8 }),
    ratio(ajv, one, { least: 2 }),
    ratio(ajvAll, one, { least: 2 }),
    ratio(exhaustive, one, { least: 3 }),
    ratio(fast, one, { least: 1 }),
    ratio(fast, two, { above: 1 }),
    ratio(zod, one),
    ratio(typebox, one),
  ];
}

/**
 * The same with 5 % of the records wrong: all mistakes, each with its place.
 *
 * @param {Bench} bench
 */
export async function measureInvalid(bench) {
  const megabytes = 2 * bench.options.megabytes;
  const { parser, checkers, peers } = bench;
  const results = await bench.race(`5 % invalid, ${megabytes} MB`, { megabytes, said: 0, invalid: 0.05 }, [
    peers.ajvAll,
    peers.exhaustive,
    peers.fast,
  ]);
  const ratio = ratiosOf(results, '5 % invalid: ');
  return [
    ratio(checkers.one, parser, { most: 1.5 }),
    ratio(peers.exhaustive, checkers.one),
    // as many jobs as a check takes of itself where there is so much to read
    ratio(peers.exhaustive, checkers.two, { least: 8 }),
    ratio(peers.ajvAll, checkers.one),
  ];
}

/**
 * The same with an event and a claim to each twentieth article: what they say of each other is judged, and each claim
 * looked up in its article.
 *
 * @param {Bench} bench
 */
export async function measureMixed(bench) {
  const megabytes = Math.ceil(bench.options.megabytes / 2.5);
  const { parser, checkers } = bench;
  const results = await bench.race(`with claims and events, ${megabytes} MB`, { megabytes }, []);
  const ratio = ratiosOf(results, 'with claims and events: ');
  return [ratio(checkers.one, parser), ratio(checkers.two, parser)];
}

/**
 * Small records: claims, events and articles of a paragraph, in which structure outweighs text.
 *
 * @param {Bench} bench
 */
export async function measureBodiless(bench) {
  const megabytes = Math.ceil(bench.options.megabytes / 5);
  const { parser, checkers, peers } = bench;
  const { zod, ajv, ajvAll, typebox, exhaustive, fast } = peers;
  const others = [zod, ajv, ajvAll, typebox, exhaustive, fast];
  const results = await bench.race(`without bodies, ${megabytes} MB`, { megabytes, bodies: false }, others);
  const ratio = ratiosOf(results, 'no bodies: ');
  return [ratio(checkers.one, parser), ratio(checkers.two, parser), ratio(exhaustive, checkers.one)];
}

/** Gives figures: how many times as long one takes as another in the same round. */
const ratiosOf =
  (results, before = '') =>
  (of, to, bar) =>
    figureOf(`${before}${of.name} / ${to.name}`, pairsOf(results, of.name, to.name).ratios, { bar });
