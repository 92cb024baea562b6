import { thousands } from '../../primitives/thousands.js';
import type { DatasetProblem, RecordPart } from '../rule.js';

/** A way from one id to another, and the part of a record that says so. */
export interface Edge extends RecordPart {
  readonly from: string;
  readonly to: string;
}

/** A way that leads back to where it began: its edges in order, and how many there are, which may be more. */
export interface Loop {
  readonly edges: readonly [Edge, ...Edge[]];
  readonly length: number;
}

/** How many edges of a loop are told. Of longer ones the beginning and the last edge are told: nobody reads them all. */
const MOST_TOLD = 100;

/**
 * Finds loops: at least one wherever there is any, each with a first edge of its own. One pass over the edges, without
 * recursion. A loop begins with the id that comes first among the edges; give them in the order of their records.
 */
export function findLoops(edges: Iterable<Edge>): readonly Loop[] {
  const from = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = from.get(edge.from);
    if (known === undefined) from.set(edge.from, [edge]);
    else known.push(edge);
  }
  const loops: Loop[] = [];
  const told = new Set<Edge>();
  const done = new Set<string>();
  /** Where on the way an id stands. */
  const places = new Map<string, number>();
  for (const start of from.keys()) {
    if (done.has(start)) continue;
    const way: { readonly id: string; readonly next: Iterator<Edge>; readonly by: Edge | undefined }[] = [];
    const enter = (id: string, by: Edge | undefined): void => {
      places.set(id, way.length);
      way.push({ id, next: (from.get(id) ?? []).values(), by });
    };
    enter(start, undefined);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const { value: edge, done: end } = top.next.next();
      if (end === true) {
        places.delete(top.id);
        done.add(top.id);
        way.pop();
        continue;
      }
      const place = places.get(edge.to);
      if (place !== undefined) {
        const length = way.length - place;
        const inside = way.slice(place + 1, place + MOST_TOLD).flatMap(({ by }) => by ?? []);
        const [first = edge, ...rest] = inside.length < length ? [...inside, edge] : inside;
        if (!told.has(first)) loops.push({ edges: [first, ...rest], length });
        told.add(first);
      } else if (!done.has(edge.to)) enter(edge.to, edge);
    }
  }
  return loops;
}

/** How many ids a message names before it leaves some out. */
const MOST_NAMED = 20;

/** Writes a loop out: `a → b → a`. */
export function tellLoop({ edges, length }: Loop, arrow = ' → '): string {
  const named = edges.slice(0, MOST_NAMED).map(({ from }) => from);
  const left = length - named.length;
  return [...named, ...(left > 0 ? [`(${thousands(left)} more)`] : []), edges[0].from].join(arrow);
}

/** Tells a loop at its first edge; the others are related. */
export function loopProblem(loop: Loop, message: string): DatasetProblem {
  const [first, ...rest] = loop.edges;
  return {
    record: first.record,
    path: first.path,
    message,
    expected: 'no way back',
    received: JSON.stringify(first.to),
    related: rest.map(({ record, path, to }) => ({
      record,
      path,
      message: `this leads on to ${JSON.stringify(to)}`,
    })),
  };
}
