import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '#web/engine/client';
import { ModelInUse } from '#web/model/model.svelte';
import { heatLevels, loudestPlace, outline } from '#web/read/why/heatMap';
import { type LayerOutput, layersOf, mosaicOf, shares } from '#web/read/why/layers';
import { rivalOf, Why } from '#web/read/why/why.svelte';
import { digitsOf } from '#web/shared/digitReadings';
import { fakeWorker, living } from '../../fakeEngine';
import { oneOrSeven, readingOf, seven } from '../../readings';

const at = (x: number, y: number) => 28 * y + x;
const nothing = () => new Float32Array(784);
const paper = new Uint8Array(784);

describe('the heat map', () => {
  test('has squares for the answer and diamonds for the rival', () => {
    const evidence = nothing();
    evidence[at(3, 5)] = 4;
    evidence[at(6, 7)] = -2;
    expect(heatLevels(evidence)).toEqual([
      { party: 'answer', share: 1, path: 'M3 5h1v1h-1z' },
      { party: 'rival', share: 0.5, path: 'M6.5 7l.5 .5-.5 .5-.5-.5z' },
    ]);
  });

  test('is pale if all evidence is weak, and empty without evidence', () => {
    expect(heatLevels(nothing().fill(0.25))).toMatchObject([{ party: 'answer', share: 0.25 }]);
    expect(heatLevels(nothing())).toEqual([]);
  });

  test('draws each pixel at most once', () => {
    const finite = { noNaN: true, noDefaultInfinity: true };
    const pixels = { minLength: 784, maxLength: 784, ...finite };
    fc.assert(
      fc.property(fc.float32Array(pixels), (evidence) => {
        const levels = heatLevels(evidence);
        const drawn = levels.flatMap(({ path }) => path.match(/M/g) ?? []).length;
        expect(drawn).toBeLessThanOrEqual(784);
        for (const { share } of levels) expect(share > 0 && share <= 1).toBe(true);
      }),
    );
  });

  test('outlines the ink', () => {
    const dot = paper.slice();
    dot[at(2, 3)] = 255;
    expect(
      outline(dot)
        .match(/M\d+ \d+[hv]1/g)
        ?.sort(),
    ).toEqual(['M2 3h1', 'M2 3v1', 'M2 4h1', 'M3 3v1'].sort());
    expect(outline(paper)).toBe('');
    expect(outline(paper.slice().fill(255)).match(/M/g)).toHaveLength(4 * 28);
  });
});

describe('the description', () => {
  test('names the area with most evidence, and whether it is ink or paper', () => {
    const image = paper.slice().fill(255, 0, at(0, 14));
    const evidence = nothing();
    evidence[at(5, 5)] = 3;
    evidence[at(22, 22)] = -1;
    evidence[at(14, 14)] = -0.5;
    expect(loudestPlace(image, evidence, 'answer')).toEqual({
      what: 'ink',
      down: 'top',
      across: 'left',
    });
    expect(loudestPlace(image, evidence, 'rival')).toEqual({
      what: 'paper',
      down: 'bottom',
      across: 'right',
    });
  });

  test('omits a class without evidence', () => {
    expect(loudestPlace(paper, nothing().fill(1), 'rival')).toBe(null);
    expect(loudestPlace(paper, nothing(), 'answer')).toBe(null);
  });
});

describe('layers', () => {
  const layer = (height: number, width: number, channels: number): LayerOutput => ({
    name: 'conv',
    height,
    width,
    channels,
    values: Float32Array.from({ length: height * width * channels }, (_, index) => index),
  });

  test('are split from the engine’s output, in order', () => {
    const values = Float32Array.of(1, 2, 3, 4, 5, 6);
    const shapes = Uint32Array.of(2, 1, 2, 1, 1, 2);
    const [first, last] = layersOf({ names: 'conv 1x1 2|dense 2', shapes, values });
    expect(first).toMatchObject({ name: 'conv 1x1 2', height: 2, width: 1, channels: 2 });
    expect([...(first?.values ?? [])]).toEqual([1, 2, 3, 4]);
    expect([...(last?.values ?? [])]).toEqual([5, 6]);
    const none = { names: '', shapes: new Uint32Array(), values: new Float32Array() };
    expect(layersOf(none)).toEqual([]);
  });

  test('are scaled from minimum to maximum', () => {
    const signed = { ...layer(1, 1, 3), values: Float32Array.of(-2, 0, 2) };
    expect([...shares(signed)]).toEqual([0, 0.5, 1]);
    expect([...shares({ ...signed, values: Float32Array.of(7, 7, 7) })]).toEqual([0, 0, 0]);
  });

  test('show each channel as a picture, one pixel apart', () => {
    const { ink, width, height } = mosaicOf(layer(2, 2, 50));
    const most = 2 * 2 * 50 - 1;
    const grey = (value: number) => Math.round((255 * value) / most);
    expect([width, height, ink.length]).toEqual([128, 5, 128 * 5]);
    expect([ink[1], ink[2], ink[3]]).toEqual([grey(50), 0, grey(1)]);
    expect(ink[3 * 128]).toBe(grey(43)); // the 44th channel starts the second row
  });

  test('of any shape have room for every value', () => {
    const size = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 300 }), (height, width, channels) => {
        const filled = layer(height, width, channels);
        const mosaic = mosaicOf({ ...filled, values: filled.values.map((_, i) => (i ? 1 : 0)) });
        expect(mosaic.ink).toHaveLength(mosaic.width * mosaic.height);
        expect(mosaic.ink.filter((ink) => ink > 0)).toHaveLength(filled.values.length - 1);
      }),
    );
  });
});

describe('why', () => {
  const [certain, doubtful] = digitsOf(readingOf(seven, oneOrSeven));
  if (!certain || !doubtful) throw new Error('two digits were made up');

  let calls: string[];
  let why: Why;
  beforeEach(async () => {
    calls = [];
    living.rows = 0;
    const engine = new EngineClient<'reading'>(() => {
      const worker = fakeWorker();
      const post = worker.postMessage;
      worker.postMessage = (message: { name?: string }) => {
        if (message.name) calls.push(message.name);
        post.call(worker, message);
      };
      return worker;
    }, 'broken');
    const model = new ModelInUse(engine);
    await model.use(Uint8Array.of(1), 'file');
    calls = [];
    why = new Why(engine, model);
  });

  test('doesn’t call the engine without a digit', async () => {
    why.look(null);
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual([]);
  });

  test('has the layers and evidence of the selected digit', async () => {
    why.look(certain);
    await vi.waitFor(() => expect(why.explained?.digit).toBe(certain));
    expect([why.explained?.evidence[0], why.explained?.evidence[783]]).toEqual([7, -1]);
    expect(why.layers.map(({ name }) => name)).toEqual(['conv 1x1 2', 'dense 2']);
  });

  test('compares the answer with the person’s correction, or else with the runner-up', async () => {
    expect(rivalOf(certain).name).toBe(certain.next.name);
    expect(rivalOf(certain, certain.best.name).name).toBe(certain.next.name);
    why.look(certain, rivalOf(certain, '4'));
    await vi.waitFor(() => expect(why.explained?.rival.name).toBe('4'));
  });

  test('finishes only the newest digit', async () => {
    for (let time = 0; time < 10; time++) why.look({ ...doubtful });
    why.look(certain);
    await vi.waitFor(() => expect(why.explained?.digit).toBe(certain));
    expect(living.rows).toBeLessThan(2 * 14);
    expect(why.failed).toBe(false);
  });

  test('is cleared when closed, even if a call is pending', async () => {
    why.look(certain);
    why.look(doubtful);
    why.look(null);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(why.explained).toBe(null);
    expect(why.layers).toEqual([]);
    expect(calls).not.toContain('explain');
  });

  test('reports a failure, and retries with the model in a new worker', async () => {
    const image = certain.image.slice().fill(66, 0, 1);
    const trapping = { ...certain, image };
    why.look(trapping);
    await vi.waitFor(() => expect(why.failed).toBe(true));
    image[0] = 7;
    await why.retry();
    await vi.waitFor(() => expect(why.explained?.digit).toBe(trapping));
    expect(why.failed).toBe(false);
    expect(calls).toEqual(['activations', 'load_model', 'activations', 'explain']);
  });
});
