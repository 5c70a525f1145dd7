import { side } from '../../kit/digitImage';

/** The digit that a pixel is evidence for. */
export type Party = 'answer' | 'rival';
export const parties: readonly Party[] = ['answer', 'rival'];

/** All pixels with about equally strong evidence for one of the two, as an SVG path over [28, 28]. */
export interface HeatLevel {
  party: Party;
  share: number; // of full colour
  path: string;
}

/** Where the evidence is strongest, and whether it is ink or blank paper. */
interface Place {
  what: 'ink' | 'paper';
  down: 'top' | 'middle' | 'bottom';
  across: 'left' | 'middle' | 'right';
}

const levels = 8;
const weakestFull = 1; // nat: evidence all below that, odds changed by less than e, is drawn paler
const inkFrom = 96; // of 255: what the outline takes for drawn

/** A square is evidence for the answer, a diamond for the rival, so colour isn't needed. */
export const marks: Record<Party, (x: number, y: number) => string> = {
  answer: (x, y) => `M${x} ${y}h1v1h-1z`,
  rival: (x, y) => `M${x + 0.5} ${y}l.5 .5-.5 .5-.5-.5z`,
};

const partyOf = (worth: number): Party => (worth > 0 ? 'answer' : 'rival');

/** The evidence [784] in levels of strength, without pixels that have none. */
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

/** The borders between drawn pixels and others, as an SVG path over [28, 28]. */
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

/** Of the 20 pixels in the middle, which a digit takes; the margin goes with what is beside it. */
const third = (at: number) => (at < 11 ? 0 : at < 17 ? 1 : 2);

/** Where the evidence for one of the two is strongest; null if there is none. */
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
