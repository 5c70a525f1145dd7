import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Correction } from '#web/corrections/correction';
import { Corrections } from '#web/corrections/corrections.svelte';
import { drawingsOf } from '#web/corrections/drawings';
import type { EngineClient } from '#web/engine/client';
import { messages } from '#web/messages';
import { ModelInUse } from '#web/model/model.svelte';
import type { SavedModel } from '#web/model/modelStore';
import type { EngineName } from '#web/protocol/calls';
import { Learning } from '#web/read/correct/learning.svelte';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { trainingHandlers } from '#web/worker/handlers/trainingHandlers';
import { deferred } from '../../deferred';
import { chosen, clientOfFake, living, only } from '../../fakeEngine';
import {
  left,
  living as livingInEngine,
  realReadingEngine,
  realTrainingEngine,
  shippedModel,
} from '../../realEngine';

const drawn = (label: number): Correction => ({
  name: String(label),
  image: new Uint8Array(784).fill(label + 1),
  strokes: [],
});

let stored: SavedModel | null;
const keep = {
  read: async () => stored ?? undefined,
  write: async (model: SavedModel | null) => {
    stored = model;
  },
};
const full = {
  ...keep,
  write: async () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

let engine: EngineClient<EngineName>;
let model: ModelInUse;
let learning: Learning;
let corrections: Corrections;
async function begin(labels: number[], storage = keep): Promise<void> {
  engine = clientOfFake();
  corrections = new Corrections({
    read: async () => [],
    save: async () => {},
    remove: async () => {},
  });
  model = new ModelInUse(engine, storage);
  learning = new Learning(engine, model, corrections);
  await corrections.add(labels.map(drawn));
}
beforeEach(() => {
  stored = null;
});

const first = Uint8Array.of(1);

describe('learning from corrections', () => {
  test('produces a model that is used, stored and described', async () => {
    await begin([7, 1]);
    await model.use(first, 'trained');
    await learning.start();
    expect([model.origin, model.bytes]).toEqual(['adapted', Uint8Array.of(77)]);
    expect(stored?.bytes).toEqual(Uint8Array.of(77));
    expect(learning.outcome).toMatchObject({ corrections: 2, corrections_after: 2 });
    expect(learning.busy).toBe(false);
  });

  test('for other classes uses only their corrections, and rehearses the loaded data', async () => {
    await begin([7]);
    await model.use(Uint8Array.of(26), 'trained');
    expect([model.kind, learning.usable]).toEqual(['class', []]);
    await corrections.add([{ ...drawn(1), name: 'A' }]);
    expect(learning.usable.map(({ name }) => name)).toEqual(['A']);
    await learning.start();
    const failure = learning.problems.at('learning')?.happened;
    expect(failure?.text).toBe(messages.failures.noReplay);
    await engine.call('import_data', only(chosen([1, 2])));
    await learning.start();
    expect(learning.outcome).toMatchObject({ corrections: 1 });
    expect(model.label.corrections).toBe(1);
  });

  test('can be undone, which restores the model and stores it again', async () => {
    await begin([7]);
    await model.use(first, 'trained');
    await learning.start();
    await learning.undo();
    expect([model.origin, model.bytes]).toEqual(['trained', first]);
    expect(stored).toMatchObject({ origin: 'trained', bytes: first, before: null });
    expect([learning.adapted, learning.outcome]).toEqual([false, null]);
  });

  test('undone after learning twice keeps the first result', async () => {
    await begin([7]);
    await model.use(first, 'trained');
    await learning.start();
    await learning.start();
    await learning.undo();
    expect(model.origin).toBe('adapted');
    expect(stored).toMatchObject({ bytes: Uint8Array.of(77), before: null });
  });

  test('is restored in the next page, and can still be undone', async () => {
    await begin([7]);
    await model.use(first, 'trained');
    await learning.start();
    await begin([7]);
    await model.start();
    expect([model.origin, model.bytes]).toEqual(['adapted', Uint8Array.of(77)]);
    await learning.undo();
    expect(model.bytes).toEqual(first);
  });

  test('is forgotten when another model comes into use', async () => {
    await begin([7]);
    await model.use(first, 'trained');
    await learning.start();
    await model.use(Uint8Array.of(2), 'file');
    expect([stored?.origin, stored?.before, learning.adapted]).toEqual(['file', null, false]);
  });

  test('reports a failure and keeps the model', async () => {
    await begin([9]);
    await model.use(first, 'trained');
    await learning.start();
    expect(learning.problems.current?.happened.text).toBe(
      'This model can’t learn more corrections.',
    );
    expect([model.bytes, stored?.bytes, learning.busy]).toEqual([first, first, false]);
  });

  test('when cancelled leaves no message and keeps the model', async () => {
    await begin([7]);
    await model.use(first, 'trained');
    living.handles = 0;
    const started = learning.start();
    learning.cancel();
    await started;
    expect([model.bytes, learning.busy, learning.problems.current]).toEqual([first, false, null]);
    await vi.waitFor(() => expect(living.handles).toBe(0));
  });

  test('continues without storage, and reports that', async () => {
    await begin([7], full);
    await model.use(first, 'trained');
    await learning.start();
    expect([model.origin, learning.unsaved]).toEqual(['adapted', true]);
  });
});

describe('a model loaded during learning', () => {
  const chosen = Uint8Array.of(2);
  beforeEach(async () => {
    await begin([7]);
    await model.use(first, 'trained');
    living.handles = 1; // the reader
  });
  const state = () => [model.origin, model.bytes, stored?.bytes, learning.overtaken, learning.busy];
  const chosenStays = ['file', chosen, chosen, true, false];

  test('stays, and learning is cancelled with a message', async () => {
    const learned = learning.start();
    await model.use(chosen, 'file');
    await learned;
    expect(state()).toEqual(chosenStays);
    expect(learning.problems.current).toBe(null);
    await vi.waitFor(() => expect(living.handles).toBe(1));
  });

  test('stays if it is still loading when learning ends', async () => {
    const [arrived, taught] = [deferred<void>(), deferred<void>()];
    const call = engine.call.bind(engine);
    vi.spyOn(engine, 'call').mockImplementation(async (name, ...rest) => {
      if (name === 'load_model') await arrived.promise;
      const answer = await call(name, ...rest);
      if (name === 'learn') taught.resolve();
      return answer as never;
    });
    const learned = learning.start();
    const loaded = model.use(chosen, 'file');
    await taught.promise;
    arrived.resolve();
    await Promise.all([loaded, learned]);
    expect(state()).toEqual(chosenStays);
  });

  test('and refused keeps the adapted one', async () => {
    const learned = learning.start();
    await expect(model.use(Uint8Array.of(13), 'file')).rejects.toThrow('not a model');
    await learned;
    expect([model.origin, learning.overtaken]).toEqual(['adapted', false]);
  });
});

test('the engine learns a misread digit and frees everything', {
  timeout: 60_000,
}, async () => {
  const context = { report: () => {}, signal: new AbortController().signal };
  const reading = readingHandlers(await realReadingEngine());
  const engine = await realTrainingEngine();
  livingInEngine.handles = 0;
  const handlers = trainingHandlers(engine);
  await reading.load_model(shippedModel(), context);
  // An angle that isn't a digit.
  const points = Float32Array.of(10, 10, 10, 50, 10, 90, 40, 90, 70, 90);
  const ink = { points, stroke_lengths: Uint32Array.of(5) };
  const before = await reading.read(ink, context);
  expect(before.text).not.toBe('4');
  const strokes = [
    Array.from({ length: 5 }, (_, at) => ({ x: points[2 * at] ?? 0, y: points[2 * at + 1] ?? 0 })),
  ];
  const { drawings, classes } = drawingsOf([{ name: '4', image: before.images, strokes }]);
  const request = { model: shippedModel(), classes, corrections: drawings };
  const { model, progress } = await handlers.learn(request, context);
  expect(progress).toMatchObject({ corrections: 1, corrections_before: 0, corrections_after: 1 });
  expect(progress.replay_after).toBeGreaterThan(0.98 * progress.replay);
  await reading.load_model(model, context);
  expect((await reading.read(ink, context)).text).toBe('4');
  expect(left(engine).handles).toBe(1); // the reader
});
