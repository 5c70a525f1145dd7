// scripts/bench: measures Inkling and its peers in turn, prints the table and writes build/bench.json. --keep also
// writes tests/bench/results.json, from which the README's table is made.
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { measureBrowser } from './browser/browser.mjs';
import { withTable } from './lib/readmeTable.mjs';
import { Results } from './lib/results.mjs';
import { root } from './lib/run.mjs';
import { markdown } from './lib/table.mjs';
import { inklingBench, measureNative } from './native/native.mjs';

const efforts = { full: { runs: 3, seconds: 0.3 }, quick: { runs: 1, seconds: 0.02 } };
const parts = { native: measureNative, browser: measureBrowser };

/** Returns the unpacked path of Kaggle's train.csv, if INKLING_DATA has it. */
async function trainCsv() {
  const { INKLING_DATA: folder } = process.env;
  const packed = `${folder}/kaggle/train.csv.gz`;
  if (!folder || !existsSync(packed)) {
    const where = folder
      ? packed
      : '$INKLING_DATA/kaggle/train.csv.gz, but INKLING_DATA is not set';
    console.error(`bench: no train.csv: looked for ${where}. Rows that need it are left out.`);
    return undefined;
  }
  mkdirSync(`${root}build/bench`, { recursive: true });
  const unpacked = `${root}build/bench/train.csv`;
  await pipeline(createReadStream(packed), createGunzip(), createWriteStream(unpacked));
  return unpacked;
}

function machine() {
  const peers = JSON.parse(readFileSync(`${root}tests/bench/package.json`, 'utf8')).dependencies;
  const [{ model }] = cpus();
  return {
    processor: model,
    cores: cpus().length,
    memory: totalmem(),
    node: process.version,
    peers,
  };
}

const parameters = process.argv.slice(2);
const [quick, keep] = ['--quick', '--keep'].map((flag) => parameters.includes(flag));
const chosen = parameters.filter((parameter) => !parameter.startsWith('--'));
const unknown = chosen.find((part) => !(part in parts));
if (unknown) {
  console.error(`bench: no part '${unknown}'; there are native and browser`);
  process.exit(2);
}
if (keep && (quick || chosen.length)) {
  console.error('bench: --keep is for a run of all parts');
  process.exit(2);
}

const results = new Results();
const effort = quick ? efforts.quick : efforts.full;
const csv = await trainCsv();
const { nets } = await inklingBench(efforts.quick, 1, ['product']);
const context = { effort, quick, csv, nets, add: results.add, skip: results.skip };
for (const part of chosen.length ? chosen : Object.keys(parts)) await parts[part](context);

const report = {
  date: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  quick,
  machine: machine(),
  browser: context.browser,
};
const measured = { ...report, rows: results.rows, missing: results.missing };
const save = (path) => writeFileSync(`${root}${path}`, `${JSON.stringify(measured, null, 1)}\n`);
save('build/bench.json');
if (keep) {
  save('tests/bench/results.json');
  const readme = `${root}README.md`;
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), measured));
}
console.log(
  `${report.date}, ${report.machine.processor}, ${report.machine.cores} cores\n\n${markdown(results)}`,
);
process.exit(0);
