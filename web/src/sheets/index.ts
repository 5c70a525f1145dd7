// The sheets view, its state and its messages: one chunk, which is fetched once a digit can be read.
import { later } from '#messages/later.js';
import { useLater } from '../messages';

export { default } from './SheetsView.svelte';
export { Sheets } from './sheets.svelte';

export const words = (): Promise<void> => useLater(later);
