// Collects all measured rows, {who, name, threads, unit, median, least, most}, and failures.
import { spreadOf } from './measure.mjs';

const sameRow = (a, b) => a.who === b.who && a.name === b.name && a.threads === b.threads;

/** A row that was measured several times, in turn with others. */
function combined(measured) {
  if (measured.length === 1) return measured[0];
  const shares = measured.map((row) => row.share_of_peak).filter((share) => share !== undefined);
  return {
    ...measured[0],
    ...spreadOf(measured.map((row) => row.median)),
    ...(shares.length ? { share_of_peak: spreadOf(shares).median } : {}),
  };
}

/** Returns the best of some rows by any of these. They are matched by prefix: "PyTorch" includes "PyTorch 1.13". */
export function bestOf(rows, { anyOf, name, threads }) {
  const isBy = (who) => anyOf.some((one) => who === one || who.startsWith(`${one} `));
  const found = rows.filter(
    (row) => row.name === name && isBy(row.who) && (!threads || row.threads === threads),
  );
  found.sort((a, b) => a.median - b.median);
  return lessIsBetter(found[0]) ? found[0] : found.pop();
}

export class Results {
  measured = [];
  missing = [];

  get rows() {
    return this.measured.map(combined);
  }

  add = (row) => {
    const earlier = this.measured.find(([first]) => sameRow(first, row));
    if (earlier) earlier.push(row);
    else this.measured.push([row]);
    console.error(`${row.who} ${row.name} (${row.threads}): ${figure(row)}`);
  };

  skip = (who, error) => {
    const reason = String(error?.message ?? error).split('\n')[0];
    const known = this.missing.some((one) => one.who === who && one.reason === reason);
    if (!known) this.missing.push({ who, reason });
    console.error(`${who}: not measured: ${reason}`);
  };

  /** The best row with this name by any of `peers`. */
  bestOf(peers, name) {
    return bestOf(this.rows, { anyOf: peers, name });
  }
}

export const lessIsBetter = (row) => ['us', 'ms', 's', 'MB', 'KB'].includes(row?.unit);

export function short(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** "4,044 img/s (3,900 to 4,100)" */
export function figure(row) {
  if (!row) return 'not measured';
  const spread = row.least === row.most ? '' : ` (${short(row.least)} to ${short(row.most)})`;
  return `${short(row.median)} ${row.unit}${spread}`;
}
