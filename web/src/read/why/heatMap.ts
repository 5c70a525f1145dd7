import { side } from '../../kit/digitImage';

/** The class that a pixel is evidence for. */
export type Party = 'answer' | 'rival';
export const parties: readonly Party[] = ['answer', 'rival'];

/** All pixels with about equally strong evidence for one class, as an SVG path over [28, 28]. */
export interface HeatLevel {
  party: Party;
  share: number; // opacity of the colour
  path: string;
}

/** The location of the strongest evidence, and whether it is ink or blank paper. */
interface Place {
  what: 'ink' | 'paper';
  down: 'top' | 'middle' | 'bottom';
  across: 'left' | 'middle' | 'right';
}

const levels = 8;
const weakestFull = 1; // nats; if all evidence is weaker (odds change by less than a factor of e), colours are paler
const inkFrom = 96; // 0 to 255; darker pixels count as ink in the outline

/** Squares for the answer and diamonds for the rival, so that colour isn't needed. */
export const marks: Record<Party, (x: number, y: number) => string> = {
  answer: (x, y) => `M${x} ${y}h1v1h-1z`,
  rival: (x, y) => `M${x + 0.5} ${y}l.5 .5-.5 .5-.5-.5z`,
};

const partyOf = (worth: number): Party => (worth > 0 ? 'answer' : 'rival');

/** Groups the evidence, [784], by strength. Skips pixels without evidence. */
export function heatLevels(evidence: Float32Array): HeatLevel[] {
  const loudest = evidence.reduce((max, worth) => Math.max(max, Math.abs(worth)), weakestFull);
  const paths: Record<Party, string[]> = { answer: [], rival: [] };
  evidence.forEach((worth, at) => {
    const level = Math.round((levels * Math.abs(worth)) / loudest);
    if (level === 0) return;
    const of = paths[partyOf(worth)];
    of[level] = (of[level] ?? '') + marks[partyOf(worth)](at % side, Math.floor(at / side));
  });
  return parties.flatMap((party) =>
    paths[party].flatMap((path, level) => (path ? { party, share: level / levels, path } : [])),
  );
}

/** Returns the borders of the ink as an SVG path over [28, 28]. */
export function outline(image: Uint8Array): string {
  const drawn = (x: number, y: number) =>
    x >= 0 && x < side && y >= 0 && y < side && (image[y * side + x] ?? 0) >= inkFrom;
  let path = '';
  for (let y = 0; y <= side; y++) {
    for (let x = 0; x <= side; x++) {
      if (drawn(x, y) !== drawn(x - 1, y)) path += `M${x} ${y}v1`;
      if (drawn(x, y) !== drawn(x, y - 1)) path += `M${x} ${y}h1`;
    }
  }
  return path;
}

const across = ['left', 'middle', 'right'] as const;
const down = ['top', 'middle', 'bottom'] as const;

/** Splits the 20 central pixels, where the digit is, into thirds. Margins belong to the nearest third. */
const third = (at: number) => (at < 11 ? 0 : at < 17 ? 1 : 2);

/** Returns the location of the strongest evidence for a class; null if there is none. */
export function loudestPlace(
  image: Uint8Array,
  evidence: Float32Array,
  party: Party,
): Place | null {
  const sums = new Float32Array(2 * 9);
  evidence.forEach((worth, at) => {
    if (worth === 0 || partyOf(worth) !== party) return;
    const place = 3 * third(Math.floor(at / side)) + third(at % side);
    const index = 2 * place + ((image[at] ?? 0) >= inkFrom ? 0 : 1);
    sums[index] = (sums[index] ?? 0) + Math.abs(worth);
  });
  const largest = Math.max(...sums);
  if (largest === 0) return null;
  const index = sums.indexOf(largest);
  const place = Math.floor(index / 2);
  return {
    what: index % 2 === 0 ? 'ink' : 'paper',
    down: down[Math.floor(place / 3)] ?? 'middle',
    across: across[place % 3] ?? 'middle',
  };
}
