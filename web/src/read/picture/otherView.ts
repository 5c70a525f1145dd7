// Files dropped on the pad that belong in another view.

export type OtherView = 'train' | 'sheets';

const readers: readonly { name: RegExp; view: OtherView }[] = [
  { name: /\.(csv|tsv|arff|npy|npz|gz|zip|inkml|jsonl)$|-ubyte$/i, view: 'train' },
  { name: /\.pdf$/i, view: 'sheets' },
];

/** Returns the view that reads files of this name; null if none does. */
export const viewFor = (file: string): OtherView | null =>
  readers.find(({ name }) => name.test(file))?.view ?? null;
