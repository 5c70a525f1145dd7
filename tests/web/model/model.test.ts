import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { messages } from '#web/messages';
import { ModelInUse } from '#web/model/model.svelte';
import type { SavedModel } from '#web/model/modelStore';
import type { LoadedModel } from '#web/model/shippedModel';
import { EngineFailure, pageFailure } from '#web/protocol/failure';
import type { ModelSummary } from '#web/protocol/types';
import { digitNames } from '#web/shared/classes';
import { deferred } from '../deferred';
import { clientOfFake } from '../fakeEngine';

const shipped = () => new Response(Uint8Array.of(1));
const loaded = Uint8Array.of(2);

let model: ModelInUse;
let fetched: ReturnType<typeof deferred<Response>>;
let fetching: ReturnType<typeof deferred<void>>;
const respond = (response: Response | Error) =>
  response instanceof Error ? fetched.reject(response) : fetched.resolve(response);
beforeEach(() => {
  model = new ModelInUse(clientOfFake());
  fetched = deferred<Response>();
  fetching = deferred<void>();
  vi.stubGlobal('fetch', () => {
    fetching.resolve();
    return fetched.promise;
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Requests the shipped model and answers with this response. */
function started(response: Response | Error): Promise<void> {
  const starting = model.start();
  respond(response);
  return starting;
}

const inUse = () => [model.state, model.origin, model.summary?.title];

describe('the shipped model', () => {
  test('is in use once loaded', async () => {
    await started(shipped());
    expect(inUse()).toEqual(['ready', 'shipped', 'model 1']);
  });

  test('is used as loaded while the page was starting, unless it was absent or failed', async () => {
    const summary = { title: 'early', classes: digitNames } as unknown as ModelSummary;
    await model.start(Promise.resolve({ bytes: Uint8Array.of(1), summary }));
    expect(inUse()).toEqual(['ready', 'shipped', 'early']);
    model = new ModelInUse(clientOfFake());
    await model.start(Promise.resolve(null));
    expect(model.state).toBe('absent');
    await model.start(Promise.reject(pageFailure('modelUnreachable')));
    expect(model.state).toBe('failed');
  });

  test('loaded early gives way to a model that was loaded since', async () => {
    const early = deferred<LoadedModel | null>();
    const starting = model.start(early.promise);
    await model.use(loaded, 'file');
    early.resolve({ bytes: Uint8Array.of(1), summary: {} as ModelSummary });
    await starting;
    expect(inUse()).toEqual(['ready', 'file', 'model 2']);
  });

  test('may be absent', async () => {
    await started(new Response('', { status: 404 }));
    expect(model.state).toBe('absent');
  });

  test.each([
    ['an unreachable network', new TypeError('Failed to fetch')],
    ['a failing server', new Response('<h1>Sorry</h1>', { status: 503 })],
  ])('can’t be loaded from %s', async (_, response) => {
    await started(response);
    expect([model.state, model.failure]).toEqual([
      'failed',
      { text: messages.failures.modelUnreachable, english: false },
    ]);
  });

  test.each([
    ['the network is unreachable', () => new TypeError('Failed to fetch')],
    ['the server fails', () => new Response('', { status: 503 })],
    ['it is gone', () => new Response('', { status: 404 })],
    ['it is damaged', () => new Response(Uint8Array.of(13))],
  ])(
    'the current model stays if reloading the shipped one fails because %s',
    async (_, response) => {
      await model.use(loaded, 'file');
      const requestedVariant = model.useShipped();
      respond(response());
      await expect(requestedVariant).rejects.toBeInstanceOf(EngineFailure);
      expect(inUse()).toEqual(['ready', 'file', 'model 2']);
    },
  );
});

describe('a model loaded while the shipped one is fetched', () => {
  test('is not replaced by it', async () => {
    const starting = model.start();
    await fetching.promise;
    await model.use(loaded, 'file');
    respond(shipped());
    await starting;
    expect(inUse()).toEqual(['ready', 'file', 'model 2']);
  });

  test('is not replaced by it, even if both arrive together', async () => {
    const starting = started(shipped());
    await Promise.all([model.use(loaded, 'file'), starting]);
    expect(inUse()).toEqual(['ready', 'file', 'model 2']);
  });

  test('doesn’t fail with it', async () => {
    const starting = model.start();
    await fetching.promise;
    await model.use(loaded, 'file');
    respond(new TypeError('Failed to fetch'));
    await starting;
    expect(inUse()).toEqual(['ready', 'file', 'model 2']);
  });

  test('doesn’t block it when refused', async () => {
    const starting = started(shipped());
    await expect(model.use(Uint8Array.of(13), 'file')).rejects.toThrow('not a model');
    await starting;
    expect(inUse()).toEqual(['ready', 'shipped', 'model 1']);
  });
});

describe('the model of the last visit', () => {
  let stored: SavedModel | null;
  const store = {
    read: async () => stored ?? undefined,
    write: async (model: SavedModel | null) => {
      stored = model;
    },
  };
  beforeEach(async () => {
    stored = null;
    await new ModelInUse(clientOfFake(), store).use(loaded, 'trained');
    model = new ModelInUse(clientOfFake(), store);
  });

  test('is in use again, with its name', async () => {
    await model.start();
    expect(inUse()).toEqual(['ready', 'trained', 'model 2']);
    expect(model.label).toMatchObject({ base: 'trained', title: 'model 2' });
  });

  test('gives way to the built-in one, also for the next visit', async () => {
    await model.start();
    const builtIn = model.useShipped();
    respond(shipped());
    await builtIn;
    expect([model.origin, stored]).toEqual(['shipped', null]);
  });

  test('doesn’t replace one that is chosen while it is read', async () => {
    const { promise, resolve } = deferred<SavedModel | undefined>();
    model = new ModelInUse(clientOfFake(), { ...store, read: () => promise });
    const starting = model.start();
    await model.use(Uint8Array.of(3), 'file');
    resolve(stored ?? undefined);
    await starting;
    expect(inUse()).toEqual(['ready', 'file', 'model 3']);
  });

  test('gives way to the built-in one if it is damaged', async () => {
    stored = { ...(stored as unknown as SavedModel), bytes: Uint8Array.of(13) };
    const starting = model.start();
    respond(shipped());
    await starting;
    expect(inUse()).toEqual(['ready', 'shipped', 'model 1']);
    expect(stored).not.toBe(null);
  });

  test('stays saved if it can’t be read this time', async () => {
    const read = () => Promise.reject(new DOMException('busy', 'UnknownError'));
    model = new ModelInUse(clientOfFake(), { ...store, read });
    await started(shipped());
    expect([model.origin, stored?.bytes]).toEqual(['shipped', loaded]);
  });

  test('is marked unsaved if storage is full', async () => {
    const full = {
      ...store,
      write: async () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    model = new ModelInUse(clientOfFake(), full);
    await model.use(loaded, 'file');
    await vi.waitFor(() => expect(model.unsaved).toBe(true));
  });
});
