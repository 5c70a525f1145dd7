// The page's side of the service worker, which keeps the page for when there is no network and, on
// hosts that cannot set headers, sets them. Without them the page is not isolated, and threads can
// share no memory. They come only with a page that is loaded after the worker has started: so the
// page loads again, once, while it is untouched.
import { trustedUrl } from '../engine/trustedUrl';
import { scoped } from '../storage/scope';
import { pageUpdate } from './update.svelte';

/** The worker's file, in the folder of the page, which is thereby all that it serves. */
declare const __SERVICE_WORKER__: string;

const mark = scoped('loaded again');

// However a person begins with something.
const beginnings = ['pointerdown', 'keydown', 'click', 'drop', 'change'];

/** True once in a tab. Where nothing is remembered, never: it would be true again and again. */
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

/** Null where no service worker is allowed. */
async function started(workers: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | null> {
  try {
    await workers.register(trustedUrl(new URL(__SERVICE_WORKER__, document.baseURI).href));
    return await workers.ready;
  } catch {
    return null;
  }
}

/** Aborted as soon as the person begins with something, which a page loaded again would lose. */
function beginning(): AbortSignal {
  const begun = new AbortController();
  const options = { capture: true, signal: begun.signal };
  for (const event of beginnings) addEventListener(event, () => begun.abort(), options);
  return begun.signal;
}

/** A page that came through the worker has its headers already. */
const lacksHeaders = () => !crossOriginIsolated && !navigator.serviceWorker.controller;

/**
 * Starts once a digit can be read, because nothing of this is needed sooner. Without a service
 * worker the page stays as it is, with one thread on a host without headers.
 */
export async function startServiceWorker(readable: Promise<void>): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const begun = beginning();
  await readable;
  const registration = await started(navigator.serviceWorker);
  if (lacksHeaders() && !begun.aborted && registration && firstTime(() => sessionStorage)) {
    begun.addEventListener('abort', () => stop()); // on a slow network this page is there for a while
    location.reload();
  } else if (registration) {
    pageUpdate.attend(registration);
  }
}
