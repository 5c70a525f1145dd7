// The training view and its words, in one piece: they are fetched once a digit can be read.
import { later } from '#messages/later.js';
import { useLater } from '../messages';

export { default } from './TrainView.svelte';

export const words = (): Promise<void> => useLater(later);
