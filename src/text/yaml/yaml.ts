import type { YamlReader } from '../yaml-reader.js';
import { parseYaml } from './parse-yaml.js';
import { createYamlStream } from './yaml-stream.js';

/** Reads YAML. */
export const yamlReader: YamlReader = { open: createYamlStream, parse: parseYaml };
