/** The part of a text that comes in pieces which is still needed. */
export interface ByteWindow {
  /** Holds the bytes of the window up to `end`; what stands there is good until the next `add`. */
  readonly bytes: Uint8Array;
  /** The index after the last byte. */
  readonly end: number;
  /** The offset of the first byte in the text. */
  readonly base: number;
  /** The offset after the last byte. */
  readonly reached: number;
  /** Another number whenever other bytes may stand in `bytes`. */
  readonly version: number;
  /** Appends a piece, which is only borrowed until `settle`. */
  add(piece: Uint8Array): void;
  /** Lets go of the bytes before an offset. */
  release(offset: number): void;
  /** Gives the last piece back. */
  settle(): void;
  /** Copies bytes out of the window. */
  copy(start: number, end: number): Uint8Array;
  /** Lets go of everything: the memory may serve the next window. */
  close(): void;
}

/** Of all windows, so that the same memory in another window has another number too. */
let versions = 0;

/** The memory of a window that was closed, for the next: to begin with new memory for each part of a file costs more than to read it. */
let spare: Uint8Array | undefined;

const LARGEST_SPARE = 4 * 1024 * 1024;

/** Makes an empty window at an offset of the text. It takes as much memory as the longest stretch that is needed at once, and no more than twice. */
export function createByteWindow(start = 0): ByteWindow {
  let own = newBytes(0);
  let bytes: Uint8Array = own;
  let base = start;
  let end = 0;
  /** The index of the first byte that is needed. */
  let from = 0;
  let version = ++versions;

  /** Moves what is needed to the start of the own buffer, with room for more. */
  const gather = (more: number): void => {
    const kept = end - from;
    const enough = own.length >= kept + more;
    const target = enough ? own : memoryFor(kept + more);
    if (bytes === target) target.copyWithin(0, from, end);
    else target.set(bytes.subarray(from, end));
    own = target;
    bytes = own;
    base += from;
    end = kept;
    from = 0;
  };

  return {
    get bytes() {
      return bytes;
    },
    get end() {
      return end;
    },
    get base() {
      return base;
    },
    get reached() {
      return base + end;
    },
    get version() {
      return version;
    },
    add(piece) {
      version = ++versions;
      if (from === end) {
        base += end;
        bytes = piece;
        from = 0;
        end = piece.length;
        return;
      }
      if (bytes !== own || own.length < end + piece.length) gather(piece.length);
      own.set(piece, end);
      end += piece.length;
    },
    release(offset) {
      from = Math.min(Math.max(offset - base, from), end);
    },
    settle() {
      version = ++versions;
      if (bytes !== own) gather(0);
      // A buffer that one long record needed is not kept for the short ones.
      if (own.length > 8 * 1024 * 1024 && end - from < own.length / 8) {
        own = newBytes(0);
        gather(0);
      }
    },
    // The own slice of a Node Buffer would be a view of bytes that change.
    copy: (start, stop) => Uint8Array.prototype.slice.call(bytes, start - base, stop - base),
    close() {
      version = ++versions;
      if (own.length > (spare?.length ?? 0) && own.length <= LARGEST_SPARE) spare = own;
      base += end;
      own = newBytes(0);
      bytes = own;
      from = 0;
      end = 0;
    },
  };
}

function memoryFor(length: number): Uint8Array {
  const known = spare;
  if (known === undefined || known.length < length) {
    return newBytes(2 ** Math.ceil(Math.log2(Math.max(length, 1024))));
  }
  spare = undefined;
  return known;
}

/** Memory for bytes. A Buffer, where there is such a thing, finds a byte many times as fast as a plain array. */
export function newBytes(length: number): Uint8Array {
  return globalThis.Buffer?.alloc(length) ?? new Uint8Array(length);
}
