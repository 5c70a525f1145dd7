import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { messages } from '#web/messages';
import { ModelInUse } from '#web/model/model.svelte';
import { EngineFailure } from '#web/protocol/failure';
import { clientOfFake } from '../fakeEngine';

const shipped = () => new Response(Uint8Array.of(1));
const loaded = Uint8Array.of(2);

let model: ModelInUse;
let respond: (response: Response | Error) => void;
beforeEach(() => {
  model = new ModelInUse(clientOfFake());
  vi.stubGlobal('fetch', () => {
    return new Promise((resolve, reject) => {
      respond = (response) => (response instanceof Error ? reject(response) : resolve(response));
    });
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
