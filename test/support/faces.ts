import * as zod from 'zod';
import * as check from '../../src/check.js';
import * as fuzzyDate from '../../src/fuzzy-date.js';
import * as index from '../../src/index.js';
import * as node from '../../src/node.js';
import * as article from '../../src/records/article.js';
import * as assessment from '../../src/records/assessment.js';
import * as claim from '../../src/records/claim.js';
import * as entity from '../../src/records/entity.js';
import * as scheduledEvent from '../../src/records/scheduled-event.js';
import * as source from '../../src/records/source.js';
import * as vocabulary from '../../src/vocabulary.js';
import type { Modules } from './run-example.js';

/** The public entry points by the names users import, read from the source. */
export const faces: Modules = {
  newsdomain: index,
  'newsdomain/article': article,
  'newsdomain/assessment': assessment,
  'newsdomain/claim': claim,
  'newsdomain/entity': entity,
  'newsdomain/scheduled-event': scheduledEvent,
  'newsdomain/source': source,
  'newsdomain/vocabulary': vocabulary,
  'newsdomain/fuzzy-date': fuzzyDate,
  'newsdomain/check': check,
  'newsdomain/node': node,
};

/** What examples may import: the public entry points and the peer dependency. */
export const modules: Modules = { ...faces, zod };
