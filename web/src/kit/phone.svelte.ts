import { innerWidth } from 'svelte/reactivity/window';

/** Whether the page is laid out for a phone: styles/tokens.css says at which width. */
export function onPhone(): boolean {
  void innerWidth.current;
  const style = getComputedStyle(document.documentElement);
  return style.getPropertyValue('--on-phone').trim() === '1';
}
