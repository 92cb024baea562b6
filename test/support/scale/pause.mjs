// Loaded into the program that is tested (`node --import`): halts the first process that is about to put a file called
// NEWSDOMAIN_PAUSE_AT in its place, so that something can happen to it then. It writes its number into the folder
// NEWSDOMAIN_PAUSE, and goes on when there is a file `go`, or after half a minute.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';

const { NEWSDOMAIN_PAUSE: folder, NEWSDOMAIN_PAUSE_AT: at } = process.env;

function pause() {
  try {
    fs.mkdirSync(join(folder, 'claimed'));
  } catch {
    return;
  }
  fs.writeFileSync(join(folder, 'new'), String(process.pid));
  rename(join(folder, 'new'), join(folder, 'pid'));
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 30_000 && !fs.existsSync(join(folder, 'go')); waited += 50) {
    Atomics.wait(clock, 0, 0, 50);
  }
}

const rename = fs.renameSync;
const awaited = fs.promises.rename;
const called = fs.rename;
const before = (to) => {
  if (at === '*' || basename(String(to)) === at) pause();
};

if (folder !== undefined && at !== undefined) {
  fs.renameSync = (from, to) => {
    before(to);
    rename(from, to);
  };
  fs.promises.rename = (from, to) => {
    before(to);
    return awaited(from, to);
  };
  fs.rename = (from, to, done) => {
    before(to);
    called(from, to, done);
  };
  syncBuiltinESMExports();
}
