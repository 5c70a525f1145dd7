// node papaparse.mjs FILE: time and memory of reading a CSV file into bytes with PapaParse, minus the bytes
// themselves.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { spreadOf } from '../lib/measure.mjs';

const file = process.argv[2];

function parse() {
  const text = readFileSync(file, 'utf8');
  const pixels = new Uint8Array(text.length / 2);
  let count = 0;
  let header = true;
  Papa.parse(text, {
    skipEmptyLines: true,
    step: ({ data }) => {
      if (!header) for (const cell of data) pixels[count++] = Number(cell);
      header = false;
    },
  });
  return count;
}

const cells = parse();
const megabytes = process.resourceUsage().maxRSS / 1000 - cells / 1e6;
const times = [];
for (let run = 0; run < 3; run++) {
  const start = performance.now();
  parse();
  times.push(performance.now() - start);
}
console.log(
  JSON.stringify([
    { name: 'csv/time', unit: 'ms', ...spreadOf(times) },
    { name: 'csv/memory', unit: 'MB', median: megabytes, least: megabytes, most: megabytes },
  ]),
);
