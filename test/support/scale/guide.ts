import { readFileSync } from 'node:fs';

/** A block of code of `docs/scale.md`. */
export interface GuideBlock {
  readonly heading: string;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code of the guide, each with the heading that it stands under. */
export const guideBlocks: readonly GuideBlock[] = readFileSync('docs/scale.md', 'utf8')
  .split(/^## /m)
  .flatMap((section) =>
    [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
      heading: section.slice(0, section.indexOf('\n')),
      language: language!,
      code: code!,
    })),
  );

/** The only block of a language under a heading; with `index` one of several. */
export function guideBlock(heading: string, language: string, index?: number): string {
  const found = guideBlocks.filter((block) => block.heading === heading && block.language === language);
  const block = found[index ?? 0];
  if (!block || (index === undefined && found.length > 1)) {
    throw new Error(`docs/scale.md has ${found.length} blocks of ${language} under "${heading}"`);
  }
  return block.code;
}
