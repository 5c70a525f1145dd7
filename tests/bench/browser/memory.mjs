import { readdirSync, readFileSync } from 'node:fs';

/** A figure that Linux keeps of each of Chromium's page processes, in MB; the largest of them. */
export function memoryOfPages(figure) {
  const amounts = readdirSync('/proc').map((entry) => {
    try {
      if (!/^\d+$/.test(entry)) return 0;
      if (!readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      return Number(new RegExp(`${figure}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1000;
    } catch {
      return 0; // it has ended meanwhile
    }
  });
  return Math.max(...amounts);
}
