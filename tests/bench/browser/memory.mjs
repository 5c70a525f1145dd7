import { readdirSync, readFileSync } from 'node:fs';

const read = (pid, file) => readFileSync(`/proc/${pid}/${file}`, 'utf8');

const figureOf = (pid, figure) =>
  Number(new RegExp(`^${figure}:\\s+(\\d+)`, 'm').exec(read(pid, 'status'))?.[1] ?? 0);

/** Other browsers on the machine are no affair of a measurement. */
function isOurs(pid) {
  for (let at = pid; at > 1; at = figureOf(at, 'PPid')) if (at === process.pid) return true;
  return false;
}

/** A figure that Linux keeps of each of our Chromium's page processes, in MB; the largest of them. */
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
