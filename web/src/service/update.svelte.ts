// Detects a newer version of the page. Its service worker waits until this version is closed.
import type { PageMessage } from './worker';

const tell = (worker: ServiceWorker, message: PageMessage, ...ports: MessagePort[]) =>
  worker.postMessage(message, ports);

/** Whether a service worker belongs to the version that is open. */
function belongsHere(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    tell(worker, { has: import.meta.url }, port2);
  });
}

class PageUpdate {
  /** The service worker of a newer version; null if there is none. */
  waiting = $state.raw<ServiceWorker | null>(null);

  /** Caches the page for offline use, and checks for updates whenever the tab becomes visible. */
  watch(registration: ServiceWorkerRegistration): void {
    const cache = (worker: ServiceWorker | null) => worker && tell(worker, 'cache');
    cache(registration.active);
    navigator.serviceWorker.addEventListener('controllerchange', () =>
      cache(navigator.serviceWorker.controller),
    );
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => void this.look(registration));
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration.update().catch(() => {});
    });
    void this.look(registration);
  }

  /** Reloads the page in its newer version. */
  apply(): void {
    const { waiting } = this;
    if (!waiting) return;
    const reloadOnceUsed = () => {
      if (waiting.state === 'activated' || waiting.state === 'redundant') location.reload();
    };
    waiting.addEventListener('statechange', reloadOnceUsed);
    tell(waiting, 'activate');
    reloadOnceUsed(); // another tab may have activated it already
  }

  /** Hides the notice until the next visit. */
  dismiss(): void {
    this.waiting = null;
  }

  private async look({ waiting }: ServiceWorkerRegistration): Promise<void> {
    if (!waiting || waiting === this.waiting) return;
    if (await belongsHere(waiting)) tell(waiting, 'activate');
    else this.waiting = waiting;
  }
}

export const pageUpdate = new PageUpdate();
