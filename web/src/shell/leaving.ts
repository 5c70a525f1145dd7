import type { Inkling } from './inkling.svelte';

type Kept = Pick<Inkling, 'run' | 'runs' | 'corrections' | 'symbols' | 'learning' | 'sheets'>;

/** Whether closing the page now would lose something. */
export function hasUnsaved({ run, runs, corrections, symbols, learning, sheets }: Kept): boolean {
  const unsavedRun = run.active && run.checkpoint?.problem !== null;
  const unsavedCorrections = corrections.unsaved && corrections.all.length > 0;
  const unsavedSymbols = symbols.unsaved && symbols.drawings > 0;
  return (
    unsavedRun ||
    runs.unsaved.length > 0 ||
    unsavedCorrections ||
    corrections.saving ||
    unsavedSymbols ||
    symbols.saving ||
    learning.unsaved ||
    (sheets?.unsaved ?? false)
  );
}

/** Makes the browser ask before leaving the page. Returns a function that undoes this. */
export function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
