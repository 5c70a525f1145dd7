import { tick } from 'svelte';

/** Brings what has this id into sight and gives it the focus, once it is drawn. */
export async function show(id: string): Promise<void> {
  await tick();
  const part = document.getElementById(id);
  part?.focus({ preventScroll: true });
  part?.scrollIntoView();
}
