import { messages } from '../../../messages';
import { leftOut } from './changes.svelte';

/** What an image is called: its number from 1, its label and what was changed of it. */
export function nameOf(row: number, label: number | undefined, change?: number): string {
  const name = messages.gallery.image(row + 1, label);
  if (change === undefined) return name;
  return `${name}, ${change === leftOut ? messages.gallery.leftOut : messages.gallery.nowLabelled(change)}`;
}
