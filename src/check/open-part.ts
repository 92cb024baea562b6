import { type RuleSet, selectRules } from '../rules/rule-set.js';
import { openText } from '../text/open-text.js';
import type { TextRange } from '../text/text-stream.js';
import type { YamlReader } from '../text/yaml-reader.js';
import { checkFile } from './check-file.js';
import type { Glance } from './glance.js';
import type { CheckOptions } from './options.js';
import { createPart, type Part } from './part.js';

/** A part of a file whose text comes in pieces. */
export interface OpenPart {
  /** What is known of it so far, and all of it at the end. */
  readonly part: Part;
  /** Takes the next piece of the text, as {@link OpenFile.write} does. */
  write(piece: Uint8Array): boolean;
  /** Says that the part ends here, as {@link OpenFile.end} does. */
  end(cut?: boolean): void;
}

/** What only this package asks of whoever reads parts. */
export interface PartHooks {
  /** What reads YAML. */
  readonly yaml: () => YamlReader;
  /** Makes what tells at a glance that nothing is wrong with a record; not asked where there is an `onRecord`. */
  readonly glance?: ((rules: RuleSet) => Glance) | undefined;
  /** Is given every record that was judged. */
  readonly onRecord?: ((value: unknown) => void) | undefined;
}

/** Opens a file, or a part of it, to keep at most `room` mistakes. */
export type PartOpener = (file: string, range?: TextRange, room?: number) => OpenPart;

/** How many findings are kept. More would not fit into the memory of a usual process, and nobody reads them. */
export const MOST_FINDINGS = 1_000_000;

/** Makes what opens the parts of files for a check. */
export function createPartOpener(
  options: CheckOptions,
  { glance: createGlance, onRecord, yaml }: PartHooks,
  rules: RuleSet = selectRules(options),
): PartOpener {
  const { input = 'auto', maxBytes, type, maxFindings = MOST_FINDINGS } = options;
  const glance = onRecord ? undefined : createGlance?.(rules);
  return (file, range = { start: 0, goesOn: false }, room = maxFindings) => {
    const part = createPart(file.replaceAll('\\', '/'), range.start);
    const stream = openText({ name: file, input, maxBytes, range, yaml }, (format) => {
      part.format = format;
      return checkFile(part, {
        rules,
        type,
        collects: options.refs !== 'off',
        room,
        glance,
        onRecord,
      });
    });
    return {
      part,
      write(piece) {
        part.end += piece.length;
        return stream.write(piece);
      },
      end(cut) {
        stream.end(cut);
        const passed = stream.passed?.();
        if (passed) Object.assign(part, passed);
      },
    };
  };
}
