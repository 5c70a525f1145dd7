// scripts/bench: measures Inkling and its peers in turn, prints the table and writes build/bench.json.
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
import { Results } from './lib/results.mjs';
import { root } from './lib/run.mjs';
import { markdown } from './lib/table.mjs';
import { inklingBench, measureNative } from './native/native.mjs';

const efforts = { full: { runs: 5, seconds: 0.3 }, quick: { runs: 1, seconds: 0.02 } };
const parts = { native: measureNative, browser: measureBrowser };

/** Returns the unpacked path of Kaggle's train.csv, if INKLING_DATA has it. */
async function trainCsv() {
  const packed = `${process.env.INKLING_DATA ?? ''}/kaggle/train.csv.gz`;
  if (!existsSync(packed)) return undefined;
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
const quick = parameters.includes('--quick');
const chosen = parameters.filter((parameter) => parameter !== '--quick');
const unknown = chosen.find((part) => !(part in parts));
if (unknown) {
  console.error(`bench: no part '${unknown}'; there are native and browser`);
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
  quick,
  machine: machine(),
  browser: context.browser,
};
writeFileSync(
  `${root}build/bench.json`,
  `${JSON.stringify({ ...report, rows: results.rows, missing: results.missing }, null, 1)}\n`,
);
console.log(
  `${report.date}, ${report.machine.processor}, ${report.machine.cores} cores\n\n${markdown(results)}`,
);
process.exit(0);
