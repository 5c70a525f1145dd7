// The service worker. It adds headers on hosts that can't set them, to pages and workers alike, so that the page
// is isolated and can only contact its own host. It also serves cached files offline.
import { machine } from '../engine/machine';
import { cachePage, type PageFiles } from './pageCache';
import { respond, type Sources } from './respond';

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** The members of a service worker's global scope used here. */
interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: ExtendableEvent & MessageEvent<PageMessage>) => void,
  ): void;
}

/**
 * Messages from the page: cache all files, take over from an older service worker, or tell whether this version
 * has a file.
 */
export type PageMessage = 'cache' | 'activate' | { has: string };

declare const __PAGE_FILES__: PageFiles;
const files = __PAGE_FILES__;

const scope = self as unknown as Scope;
const lasting = new Set(files.lasting.map((file) => new URL(file, scope.location.href).href));
const page = new URL('./', scope.location.href).pathname;
const sources: Sources = {
  network: (request) => fetch(request),
  caches,
  lasting: ({ url }) => lasting.has(url.replace(/#.*/, '')), // a worker's start order follows the hash
  isPage: ({ url }) => [page, `${page}index.html`].includes(new URL(url).pathname),
  patienceMs: 3000,
};

// Skips the engine builds for the kind of SIMD that this browser doesn't use, which halves the download.
const unused = machine.relaxed ? /^engine-.*-simd/ : /^engine-.*-relaxed/;
const needed = { ...files, lasting: files.lasting.filter((file) => !unused.test(file)) };

scope.addEventListener('fetch', (event) => {
  const { origin } = new URL(event.request.url);
  if (origin === scope.location.origin) event.respondWith(respond(event.request, sources));
});

/**
 * Caches all files, and from then on serves pages that were opened before it started. After a failure, such as a
 * full disk, the next visit tries again.
 */
const cacheAll = () =>
  cachePage(needed, scope.registration.scope, caches, fetch)
    .then(() => scope.clients.claim())
    .catch(() => {});

scope.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'cache') event.waitUntil(cacheAll());
  else if (data === 'activate') scope.skipWaiting();
  else ports[0]?.postMessage(lasting.has(data.has));
});
