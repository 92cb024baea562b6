// The yardstick: a loop that does nothing but parse. node parse.mjs FILE

import { eachLine } from './each-line.mjs';

eachLine(process.argv[2], (line) => {
  JSON.parse(line);
});
