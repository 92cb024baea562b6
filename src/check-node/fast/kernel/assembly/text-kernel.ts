// Looks at JSON strings, sixty-four bytes at a time. This is AssemblyScript: `npm run kernel` makes module.ts of it.
// Places are addresses in its memory, the part of which behind the first 64 KiB is laid out by text-kernel.ts; up to 64
// bytes behind what is looked at are read, and what they are does not matter.

const QUOTE: u32 = 0x22;
const BACKSLASH: u32 = 0x5c;
const SMALL_U: u32 = 0x75;

/** Says of a string that it has an escape. */
const ESCAPED: i32 = 1 << 30;

/** No string ends before the limit. */
const OPEN: i32 = -1;

/** A string ends, but is none that JSON allows. */
const WRONG: i32 = -2;

/**
 * The quote that ends a string of which `start` is a byte, with ESCAPED added where an escape stands before it. WRONG
 * where there is a control character before it, an escape that JSON does not know, or half a surrogate pair without the
 * other; OPEN where there is no such quote before `limit`.
 */
export function sweep(start: u32, limit: u32): i32 {
  let isSound = true;
  let escaped: i32 = 0;
  for (let at = start; at < limit; ) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    const some = v128.or(v128.or(special(one), special(two)), v128.or(special(three), special(four)));
    let next: u32 = at + 64;
    if (!v128.any_true(some)) {
      at = next;
      continue;
    }
    let marks = bits(special(one), special(two), special(three), special(four));
    while (marks != 0) {
      const place: u32 = at + <u32>ctz(marks);
      marks &= marks - 1;
      if (place >= limit) return OPEN;
      const byte: u32 = load<u8>(place);
      if (byte == QUOTE) return isSound ? place | escaped : WRONG;
      if (byte != BACKSLASH) {
        isSound = false;
        continue;
      }
      escaped = ESCAPED;
      let width = soundEscape(place, limit);
      if (width == 0) isSound = false;
      // what is escaped is no quote that ends the string, whatever it is
      width = max(width, 2);
      marks &= ~((((<u64>1) << (<u64>width)) - 1) << (<u64>(place - at)));
      next = max(next, place + width);
    }
    at = next;
  }
  return OPEN;
}

/** The first bits of sixty-four bytes that are all ones or all zeros. */
function bits(one: v128, two: v128, three: v128, four: v128): u64 {
  return (
    <u64>(<u32>(i8x16.bitmask(one) | (i8x16.bitmask(two) << 16))) |
    ((<u64>(<u32>(i8x16.bitmask(three) | (i8x16.bitmask(four) << 16)))) << 32)
  );
}

/** Which of sixteen bytes are quotes, backslashes or control characters. */
function special(block: v128): v128 {
  const quotes = i8x16.eq(block, i8x16.splat(0x22));
  const controls = i8x16.eq(v128.and(block, i8x16.splat(-32)), i8x16.splat(0));
  return v128.or(v128.or(quotes, backslashes(block)), controls);
}

/** How many bytes an escape takes, both halves of a surrogate pair being one; 0 where it is none that JSON allows. */
function soundEscape(at: u32, limit: u32): u32 {
  const kind: u32 = load<u8>(at, 1);
  if (kind != SMALL_U) return isSimple(kind) ? 2 : 0;
  if (at + 6 > limit) return 0;
  const unit = hexUnit(at + 2);
  if (unit < 0 || (unit & 0xfc00) == 0xdc00) return 0;
  if ((unit & 0xfc00) != 0xd800) return 6;
  if (at + 12 > limit || load<u8>(at, 6) != BACKSLASH || load<u8>(at, 7) != SMALL_U) return 0;
  const low = hexUnit(at + 8);
  return low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
}

/** Whether a byte behind a backslash is one of `"`, `\`, `/`, `b`, `f`, `n`, `r` and `t`. */
function isSimple(kind: u32): bool {
  if (kind == QUOTE || kind == BACKSLASH || kind == 0x2f) return true;
  return kind == 0x62 || kind == 0x66 || kind == 0x6e || kind == 0x72 || kind == 0x74;
}

/** The UTF-16 unit that four hexadecimal digits name; -1 where they are not four. */
function hexUnit(start: u32): i32 {
  let unit: u32 = 0;
  for (let at = start; at < start + 4; at++) {
    const digit: u32 = <u32>load<u8>(at) - 0x30;
    const letter: u32 = (<u32>load<u8>(at) | 0x20) - 0x61;
    if (digit <= 9) unit = (unit << 4) | digit;
    else if (letter <= 5) unit = (unit << 4) | (letter + 10);
    else return -1;
  }
  return unit;
}

/** Every so many code points it is kept where they are, so that no text is counted again from its start. */
const STEP: u32 = 1024;

/** Where that is kept: a place before the code point of that number or at it, and the number of what is there. */
const KEPT: u32 = 4096;

let textEnd: u32 = 0;
/** Up to where code points were counted, and how many there are before it. */
let counted: u32 = 0;
let points: u32 = 0;

/** Goes to the contents of a string that is sound and valid UTF-8. */
export function open(start: u32, end: u32): void {
  textEnd = end;
  counted = start;
  points = 0;
  keep(0, start, 0);
}

/** The place of the code point of a number, which is the end of the text for their count; -1 where there is none. */
export function place(number: u32): i32 {
  let at = counted;
  let count = points;
  if (number < count) {
    const kept = KEPT + (number / STEP) * 8;
    at = load<u32>(kept);
    count = load<u32>(kept, 4);
  }
  while (at < textEnd) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    // code points begin with all bytes but those that go on with one, and those of an escape behind its first
    let firsts = ~bits(goesOn(one), goesOn(two), goesOn(three), goesOn(four));
    let escapes = bits(backslashes(one), backslashes(two), backslashes(three), backslashes(four));
    let next = at + 64;
    if (next > textEnd) {
      next = textEnd;
      const inside: u64 = ((<u64>1) << (<u64>(textEnd - at))) - 1;
      firsts &= inside;
      escapes &= inside;
    }
    while (escapes != 0) {
      const from: u64 = ctz(escapes);
      const width = escapeWidth(at + <u32>from);
      const behind: u64 = ((((<u64>1) << (<u64>(width - 1))) - 1) << from) << 1;
      firsts &= ~behind;
      escapes &= escapes - 1;
      escapes &= ~behind;
      next = max(next, at + <u32>from + width);
    }
    const more = count + <u32>popcnt(firsts);
    if (more > number) {
      remember(at, count);
      for (; count < number; count++) firsts &= firsts - 1;
      return at + <u32>ctz(firsts);
    }
    if (more / STEP > count / STEP) keep(more / STEP, at, count);
    at = next;
    count = more;
  }
  remember(at, count);
  return count == number ? at : -1;
}

/** Which of sixteen bytes go on with a code point: those are 10xxxxxx. */
function goesOn(block: v128): v128 {
  return i8x16.lt_s(block, i8x16.splat(-64));
}

function backslashes(block: v128): v128 {
  return i8x16.eq(block, i8x16.splat(0x5c));
}

/** How many bytes an escape takes that is sound. */
function escapeWidth(at: u32): u32 {
  if (load<u8>(at, 1) != SMALL_U) return 2;
  // half of a pair: the other half follows
  return (load<u8>(at, 2) | 0x20) == 0x64 && load<u8>(at, 3) >= 0x38 ? 12 : 6;
}

function remember(at: u32, count: u32): void {
  if (count < points) return;
  counted = at;
  points = count;
}

function keep(step: u32, at: u32, count: u32): void {
  store<u32>(KEPT + step * 8, at);
  store<u32>(KEPT + step * 8, count, 4);
}
