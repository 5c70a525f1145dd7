// A newer version of the page, whose service worker waits until this one is not used any more.
import type { PageMessage } from './worker';

const tell = (worker: ServiceWorker, message: PageMessage, ...ports: MessagePort[]) =>
  worker.postMessage(message, ports);

/** Whether a worker came with the page that is open: to that it is nothing new. */
function belongsHere(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    tell(worker, { has: import.meta.url }, port2);
  });
}

class PageUpdate {
  /** What would serve the newer version; null where there is none. */
  waiting = $state.raw<ServiceWorker | null>(null);

  /** Has the page cached for when there is no network, and looks for newer versions whenever it is seen again. */
  attend(registration: ServiceWorkerRegistration): void {
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

  /** Loads the page again, in its newer version. */
  apply(): void {
    const { waiting } = this;
    if (!waiting) return;
    const reloadOnceUsed = () => {
      if (waiting.state === 'activated' || waiting.state === 'redundant') location.reload();
    };
    waiting.addEventListener('statechange', reloadOnceUsed);
    tell(waiting, 'activate');
    reloadOnceUsed(); // another tab may have been first
  }

  /** Until the next visit, which may load the newer version by itself. */
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
