import type { RuleSet } from '../rules/rule-set.js';
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

/** How parts of files are read. */
export interface PartSettings extends Pick<CheckOptions, 'input' | 'type' | 'maxBytes' | 'refs'> {
  readonly rules: RuleSet;
  /** What reads YAML. */
  readonly yaml: () => YamlReader;
  /** Tells at a glance of records that nothing is wrong with them; not asked where there is an `onRecord`. */
  readonly glance?: Glance | undefined;
  /** Is given every record that was judged. */
  readonly onRecord?: ((value: unknown) => void) | undefined;
}

/** Opens a file, or a part of it. At most `room` mistakes are kept. */
export function openPart(
  file: string,
  settings: PartSettings,
  room: number,
  range: TextRange = { start: 0, goesOn: false },
): OpenPart {
  const { input = 'auto', maxBytes, rules, type, yaml, onRecord } = settings;
  const part = createPart(file.replaceAll('\\', '/'), range.start);
  const stream = openText({ name: file, input, maxBytes, range, yaml }, (format) => {
    part.format = format;
    return checkFile(part, {
      rules,
      type,
      collects: settings.refs !== 'off',
      room,
      glance: onRecord ? undefined : settings.glance,
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
}
