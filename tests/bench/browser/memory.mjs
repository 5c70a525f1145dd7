import { readdirSync, readFileSync } from 'node:fs';

const read = (pid, file) => readFileSync(`/proc/${pid}/${file}`, 'utf8');

const figureOf = (pid, figure) =>
  Number(new RegExp(`^${figure}:\\s+(\\d+)`, 'm').exec(read(pid, 'status'))?.[1] ?? 0);

/** Ignores other browsers on the machine. */
function isOurs(pid) {
  for (let at = pid; at > 1; at = figureOf(at, 'PPid')) if (at === process.pid) return true;
  return false;
}

/** Returns the largest value, in MB, of a Linux memory figure over our Chromium's page processes. */
export function memoryOfPages(figure) {
  const amounts = readdirSync('/proc').map((entry) => {
    try {
      if (!/^\d+$/.test(entry) || !read(entry, 'cmdline').includes('--type=renderer')) return 0;
      return isOurs(Number(entry)) ? figureOf(entry, figure) / 1000 : 0;
    } catch {
      return 0; // it has ended meanwhile
    }
  });
  return Math.max(...amounts);
}
