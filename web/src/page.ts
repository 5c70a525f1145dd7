import { mount } from 'svelte';
import type { StartedEngine } from './engine/start';
import { startServiceWorker } from './service/start';
import App from './shell/App.svelte';
import { Inkling } from './shell/inkling.svelte';

export function showPage(reading: StartedEngine): void {
  const target = document.getElementById('app');
  if (!target) return;
  const inkling = new Inkling(reading);
  void startServiceWorker(inkling.start());
  mount(App, { target, props: { inkling } });
}
