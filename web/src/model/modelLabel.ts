import { messages } from '../messages';

/** What a model is called wherever the page names the one in use. */
export interface ModelLabel {
  /** The model's origin, or that of the model it was adapted from. */
  base: 'shipped' | 'trained' | 'file';
  /** The preset's or file's name; empty for the built-in model and for custom networks. */
  title: string;
  run: number | null; // number of its training run; null if unknown or part of the title
  corrections: number | null; // how many it learned from; null if unknown
}

/** Names the run that produced a model. */
export type RunLabel = Pick<ModelLabel, 'title' | 'run'>;

export const builtIn: ModelLabel = { base: 'shipped', title: '', run: null, corrections: 0 };

/** An adapted model of which nothing else is known. */
export const adapted: ModelLabel = { ...builtIn, corrections: null };

function nameOfBase({ base, title, run }: ModelLabel): string {
  if (base === 'shipped') return messages.model.builtIn;
  const network = title || messages.network.own;
  if (base === 'file') return messages.model.fromFile({ title: network });
  return run === null ? network : messages.model.run({ title: network, run });
}

/** Returns the name in the page's current language. */
export function modelName(label: ModelLabel): string {
  const { corrections } = label;
  const base = nameOfBase(label);
  if (corrections === null) return messages.model.adapted({ model: base });
  return corrections > 0 ? messages.model.corrected({ model: base, corrections }) : base;
}
