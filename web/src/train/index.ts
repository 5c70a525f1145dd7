// The training view with its messages, in one chunk that is loaded once a digit can be read.
import { later } from '#messages/later.js';
import { useLater } from '../messages';

export { default } from './TrainView.svelte';

export const words = (): Promise<void> => useLater(later);
