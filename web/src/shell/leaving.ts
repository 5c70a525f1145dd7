import type { Inkling } from './inkling.svelte';

type Kept = Pick<Inkling, 'run' | 'runs' | 'corrections' | 'learning'>;

/** Whether closing the page now would lose something that the browser has not saved. */
export function hasUnsaved({ run, runs, corrections, learning }: Kept): boolean {
  const unsavedRun = run.active && run.checkpoint?.problem !== null;
  const unsavedCorrections = corrections.unsaved && corrections.all.length > 0;
  return (
    unsavedRun ||
    runs.unsaved.length > 0 ||
    unsavedCorrections ||
    corrections.saving ||
    learning.unsaved
  );
}

/** Has the browser ask before it leaves the page, until what is returned is called. */
export function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
