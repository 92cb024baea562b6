import { mayBeYaml } from '../text/detect-format.js';
import type { TextFormat } from '../text/document.js';
import type { YamlReader } from '../text/yaml-reader.js';

/** The reader of YAML, which is loaded before the first file that may be YAML is read. */
export interface LazyYaml {
  /** Loads the reader where a file of this name may be YAML. */
  loadFor(name: string): Promise<void>;
  /** The reader, which must have been loaded. */
  reader(): YamlReader;
}

/** Loads nothing yet. */
export function createLazyYaml(input: TextFormat | 'auto' = 'auto'): LazyYaml {
  let reader: YamlReader | undefined;
  return {
    async loadFor(name) {
      if (reader !== undefined || !mayBeYaml(name, input)) return;
      reader = (await import('../text/yaml/yaml.js')).yamlReader;
    },
    reader() {
      if (reader === undefined) throw new Error('the reader of YAML was not loaded');
      return reader;
    },
  };
}
