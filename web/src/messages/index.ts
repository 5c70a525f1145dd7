import { en } from './en';

/** Every sentence of the page. A further language is one more file of this type. */
export type Messages = typeof en;

export const messages: Messages = en;
