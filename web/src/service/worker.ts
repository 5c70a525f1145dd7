// The service worker. On hosts that cannot set headers it sets them on all that they send, to pages
// and workers alike, so that the page is isolated from others and confined to its own host; and it
// answers where the network does not.
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

/** The part of a service worker's global scope that is used here. */
interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: ExtendableEvent & MessageEvent<PageMessage>) => void,
  ): void;
}

/** The page's messages: cache all files, take over from an older worker, or tell whether a file is in this version. */
export type PageMessage = 'cache' | 'activate' | { has: string };

declare const __PAGE_FILES__: PageFiles;
const files = __PAGE_FILES__;

const scope = self as unknown as Scope;
const lasting = new Set(files.lasting.map((file) => new URL(file, scope.location.href).href));
const page = new URL('./', scope.location.href).pathname;
const sources: Sources = {
  network: (request) => fetch(request),
  caches,
  lasting: ({ url }) => lasting.has(url.replace(/#.*/, '')), // what a worker shall run stands behind it
  isPage: ({ url }) => [page, `${page}index.html`].includes(new URL(url).pathname),
  patienceMs: 3000,
};

// A browser runs the engines' builds for one kind of SIMD; those for the other would be as much again.
const unused = machine.relaxed ? /^engine-.*-simd/ : /^engine-.*-relaxed/;
const needed = { ...files, lasting: files.lasting.filter((file) => !unused.test(file)) };

scope.addEventListener('fetch', (event) => {
  const { origin } = new URL(event.request.url);
  if (origin === scope.location.origin) event.respondWith(respond(event.request, sources));
});

/** If it fails, as with a full disk, the next visit tries again. */
const cacheAll = () => cachePage(needed, scope.registration.scope, caches, fetch).catch(() => {});

scope.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'cache') event.waitUntil(cacheAll());
  else if (data === 'activate') scope.skipWaiting();
  else ports[0]?.postMessage(lasting.has(data.has));
});
