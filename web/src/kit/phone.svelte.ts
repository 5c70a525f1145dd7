import { innerWidth } from 'svelte/reactivity/window';

/** Whether the page uses the phone layout. styles/tokens.css defines the breakpoint. */
export function onPhone(): boolean {
  void innerWidth.current;
  const style = getComputedStyle(document.documentElement);
  return style.getPropertyValue('--on-phone').trim() === '1';
}
