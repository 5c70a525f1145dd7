// papaparse.mjs FILE...: what PapaParse reads in each, as JSON: [{"data": [[...]], "errors": [...]}, ...].
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const read = (file) => {
  const { data, errors } = Papa.parse(readFileSync(file, 'utf8'), { skipEmptyLines: true });
  return { data, errors };
};
process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
