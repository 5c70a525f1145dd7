// Reads and writes augmentation strengths in the core's one-line syntax: "rotation 15, scale 0.15".

/** The strengths that apply to every image and appear on the page. */
export const strengthNames = [
  'rotation',
  'scale',
  'aspect',
  'shear',
  'shift',
  'stroke',
  'stroke chance',
  'elastic',
  'blur',
  'noise',
] as const;
export type StrengthName = (typeof strengthNames)[number];

function entriesOf(text: string): [name: string, value: string][] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const space = entry.lastIndexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)];
    });
}

/** Returns NaN if the text doesn't contain it. */
export function strengthOf(text: string, name: string): number {
  const entry = entriesOf(text).find(([known]) => known === name);
  return Number(entry?.[1] ?? Number.NaN);
}

export function withStrength(text: string, name: string, value: number): string {
  const others = entriesOf(text);
  const at = others.findIndex(([known]) => known === name);
  const entry: [string, string] = [name, String(value)];
  const entries = at < 0 ? [...others, entry] : others.with(at, entry);
  return entries.map((words) => words.join(' ')).join(', ');
}
