// Drawings tell a story from first to last: in right-to-left languages the parts change places, but not how each
// looks, since digits and charts aren't mirrored.
import { language } from '../messages/language.svelte';

const width = 440;

/** Where the part whose middle is at `x` is drawn. */
export const placed = (x: number): number => (language.direction === 'rtl' ? width - x : x);

/** Moves the part whose middle is at `x` there. */
export const moved = (x: number): string => `translate(${placed(x) - x} 0)`;
