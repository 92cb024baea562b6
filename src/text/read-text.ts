import type { TextDocument, TextFormat } from './document.js';
import { parseJson } from './json/parse-json.js';
import { parseNdjson } from './ndjson/parse-ndjson.js';

type YamlReader = (bytes: Uint8Array) => Iterable<TextDocument>;

/** Reads the values of a text one by one, whatever its syntax. YAML is read by the function that is handed in. */
export function readText(
  bytes: Uint8Array,
  format: TextFormat,
  parseYaml: YamlReader,
): Iterable<TextDocument> {
  switch (format) {
    case 'json':
      return [parseJson(bytes)];
    case 'ndjson':
      return parseNdjson(bytes);
    case 'yaml':
      return parseYaml(bytes);
  }
}
