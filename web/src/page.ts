import { flushSync, mount } from 'svelte';
import type { LazyEngine } from './engine/lazyEngine';
import { useLanguage, type Words } from './messages';
import type { Language } from './messages/languages';
import type { LoadedModel } from './model/shippedModel';
import { startServiceWorker } from './service/start';
import App from './shell/App.svelte';
import { Inkling } from './shell/inkling.svelte';

export function showPage(
  reading: LazyEngine<'reading'>,
  shipped: Promise<LoadedModel | null>,
  language: Language,
  words: Words | null,
): void {
  const target = document.getElementById('app');
  if (!target) return;
  useLanguage(words ? language : 'en', words);
  const inkling = new Inkling(reading);
  void inkling.corrections.start();
  void startServiceWorker(inkling.start(shipped));
  const first = [...target.childNodes];
  mount(App, { target, props: { inkling } });
  flushSync(); // the page's pad has replaced the first one
  for (const node of first) node.remove();
}
