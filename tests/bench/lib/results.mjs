// Collects all measured rows, {who, name, threads, unit, median, least, most}, and failures.

export class Results {
  rows = [];
  missing = [];

  add = (row) => {
    this.rows.push(row);
    console.error(`${row.who} ${row.name} (${row.threads}): ${figure(row)}`);
  };

  skip = (who, error) => {
    const reason = String(error?.message ?? error).split('\n')[0];
    this.missing.push({ who, reason });
    console.error(`${who}: not measured: ${reason}`);
  };

  /**
   * Returns the best row with this name by any of `peers`, matched by prefix: "PyTorch" includes "PyTorch 1.13".
   */
  bestOf(peers, name) {
    const by = (who) => peers.some((peer) => who === peer || who.startsWith(`${peer} `));
    const found = this.rows.filter((row) => row.name === name && by(row.who));
    found.sort((a, b) => a.median - b.median);
    return lessIsBetter(found[0]) ? found[0] : found.pop();
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
