/** Ways between records by their numbers, those of one record one after the other, in 8 bytes each. */
export interface RecordWays {
  count(): number;
  add(from: number, to: number): void;
  /** The records from which there may be a way back; of all others there surely is none. */
  candidates(): CandidateRecords;
}

/** Records that may be in a loop. */
export interface CandidateRecords {
  readonly isEmpty: boolean;
  has(record: number): boolean;
}

const CHUNK = 1 << 16;

/** How often the ways are gone through in each direction: as many steps as they go up and down by turns. */
const MOST_TURNS = 32;

/** Makes an empty list of ways. */
export function createRecordWays(): RecordWays {
  const from: Uint32Array[] = [];
  const to: Uint32Array[] = [];
  let count = 0;
  return {
    count: () => count,
    add(start, end) {
      const at = count++ % CHUNK;
      if (at === 0) {
        from.push(new Uint32Array(CHUNK));
        to.push(new Uint32Array(CHUNK));
      }
      from.at(-1)![at] = start;
      to.at(-1)![at] = end;
    },
    candidates() {
      const left = createBits();
      const each = (visit: (start: number, end: number) => void, isBackward: boolean): void => {
        for (let turn = 0; turn < count; turn++) {
          const index = isBackward ? count - 1 - turn : turn;
          const chunk = Math.floor(index / CHUNK);
          visit(from[chunk]![index % CHUNK]!, to[chunk]![index % CHUNK]!);
        }
      };
      let alive = 0;
      each((start) => {
        if (!left.has(start)) alive++;
        left.set(start, true);
      }, false);
      // A record whose ways all lead to records without a way is itself none.
      for (let turn = 0, before = -1; turn < 2 * MOST_TURNS && alive > 0 && alive !== before; turn++) {
        if (turn % 2 === 0) before = alive;
        let current = -1;
        let leads = true;
        const settle = (): void => {
          if (leads || !left.has(current)) return;
          left.set(current, false);
          alive--;
        };
        each(
          (start, end) => {
            if (start !== current) {
              settle();
              current = start;
              leads = false;
            }
            leads ||= left.has(end);
          },
          turn % 2 === 1,
        );
        settle();
      }
      return { isEmpty: alive === 0, has: left.has };
    },
  };
}

/** A set of small numbers, a bit each. */
function createBits(): { has(number: number): boolean; set(number: number, isIn: boolean): void } {
  let bytes = new Uint8Array(64);
  return {
    has: (number) => ((bytes[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0,
    set(number, isIn) {
      const at = number >>> 3;
      if (at >= bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, at + 1));
        larger.set(bytes);
        bytes = larger;
      }
      const bit = 1 << (number & 7);
      bytes[at] = isIn ? bytes[at]! | bit : bytes[at]! & ~bit;
    },
  };
}
