import { messages } from '../messages';

/** What a model is called, wherever the page names the one that reads. */
export interface ModelLabel {
  /** Where it comes from, or the model that it learned corrections on top of. */
  base: 'shipped' | 'trained' | 'file';
  /** Of a model that is not the built-in one; empty for a network that the person made up. */
  title: string;
  run: number | null; // that it was trained in; null if unknown or if the title says it
  corrections: number | null; // that it learned from; null if it learned from an unknown number
}

/** The run that a trained model came out of. */
export type RunLabel = Pick<ModelLabel, 'title' | 'run'>;

export const builtIn: ModelLabel = { base: 'shipped', title: '', run: null, corrections: 0 };

/** Of one that learned from corrections, where no more is known. */
export const adapted: ModelLabel = { ...builtIn, corrections: null };

function nameOfBase({ base, title, run }: ModelLabel): string {
  if (base === 'shipped') return messages.model.builtIn;
  const network = title || messages.network.own;
  if (base === 'file') return messages.model.fromFile({ title: network });
  return run === null ? network : messages.model.run({ title: network, run });
}

/** In the page's current language. */
export function modelName(label: ModelLabel): string {
  const { corrections } = label;
  const base = nameOfBase(label);
  if (corrections === null) return messages.model.adapted({ model: base });
  return corrections > 0 ? messages.model.corrected({ model: base, corrections }) : base;
}
