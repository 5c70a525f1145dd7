// The page's side of the service worker, which makes the page work offline and, on hosts that can't set headers,
// adds them. Without the headers, the page isn't isolated and threads can't share memory. They apply only to
// pages loaded after the service worker has started, so the page reloads once, if the person hasn't used it yet.
import { trustedUrl } from '../engine/trustedUrl';
import { scoped } from '../storage/scope';
import { pageUpdate } from './update.svelte';

/** The worker's URL. Its folder, the page's own, is its scope. */
declare const __SERVICE_WORKER__: string;

const mark = scoped('loaded again');

// Events that show that the person has started using the page.
const beginnings = ['pointerdown', 'keydown', 'click', 'drop', 'change'];

/** Returns true once per tab. Without storage, returns false, because it would otherwise always be true. */
export function firstTime(storage: () => Pick<Storage, 'getItem' | 'setItem'>): boolean {
  try {
    const marks = storage();
    if (marks.getItem(mark) !== null) return false;
    marks.setItem(mark, 'yes');
    return marks.getItem(mark) !== null;
  } catch {
    return false;
  }
}

/** Returns null if service workers aren't allowed. */
async function started(workers: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | null> {
  try {
    await workers.register(trustedUrl(new URL(__SERVICE_WORKER__, document.baseURI).href));
    return await workers.ready;
  } catch {
    return null;
  }
}

/** Returns a signal that aborts when the person starts using the page, since reloading would lose that. */
function firstInteraction(): AbortSignal {
  const begun = new AbortController();
  const options = { capture: true, signal: begun.signal };
  for (const event of beginnings) addEventListener(event, () => begun.abort(), options);
  return begun.signal;
}

/** Pages served by the service worker already have the headers. */
const lacksHeaders = () => !crossOriginIsolated && !navigator.serviceWorker.controller;

/**
 * Starts the service worker once digits can be read, because it isn't needed sooner. Without it, hosts without
 * headers get one thread.
 */
export async function startServiceWorker(readable: Promise<void>): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const begun = firstInteraction();
  await readable;
  const registration = await started(navigator.serviceWorker);
  if (lacksHeaders() && !begun.aborted && registration && firstTime(() => sessionStorage)) {
    begun.addEventListener('abort', () => stop()); // on a slow network, this page stays for a while
    location.reload();
  } else if (registration) {
    pageUpdate.watch(registration);
  }
}
