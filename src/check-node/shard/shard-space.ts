import type { TextFormat } from '../../text/document.js';
import type { Span } from '../../text/problem.js';
import type { InputFile } from '../find-files.js';
import { cutFile, type Stretch } from '../stretches.js';

/** One of several parts of equal size that files are cut into. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Where a file lies when all files are put one behind the other, in their order. */
export interface Lying extends Span {
  readonly file: Pick<InputFile, 'name' | 'size'>;
}

/** Puts files one behind the other. */
export function layFiles<F extends Pick<InputFile, 'name' | 'size'>>(
  files: readonly F[],
): readonly (Lying & { readonly file: F })[] {
  let end = 0;
  return files.map((file) => {
    const start = end;
    end += file.size;
    return { file, start, end };
  });
}

/** The bytes that a shard is there for. */
export function shardSpan({ index, count }: Shard, total: number): Span {
  const cut = (number: number): number => Math.floor((total / count) * number);
  return { start: cut(index - 1), end: index === count ? total : cut(index) };
}

/**
 * The stretches of files that a shard reads: of NDJSON the lines that begin among its bytes, and any other file where
 * its first byte is among them. An empty file belongs to the shard of the byte behind it.
 */
export function stretchesOf(
  files: readonly InputFile[],
  shard: Shard,
  input: TextFormat | 'auto',
): readonly Stretch[] {
  const laid = layFiles(files);
  const span = shardSpan(shard, laid.at(-1)?.end ?? 0);
  const isLast = shard.index === shard.count;
  const holds = (offset: number): boolean => offset >= span.start && (offset < span.end || isLast);
  return laid.flatMap(({ file, start, end }): Stretch[] => {
    if (end < span.start || start > span.end) return [];
    const cuts = [span.start - start, span.end - start];
    return cutFile(file, cuts, input).filter(({ lines }) => holds(start + (lines?.start ?? 0)));
  });
}
