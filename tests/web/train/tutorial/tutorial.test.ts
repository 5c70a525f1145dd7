import { describe, expect, test } from 'vitest';
import { inkiest, oneHot, splitSizes } from '#web/train/tutorial/facts';
import { steps, Tutorial } from '#web/train/tutorial/tutorial.svelte';

describe('the tutorial', () => {
  test('has ten steps and stops at both ends', () => {
    const tutorial = new Tutorial(() => ({ data: true, network: true, training: true }));
    expect(tutorial.step).toBe(null);
    tutorial.begin();
    tutorial.back();
    expect(tutorial.step).toBe('read');
    for (let turn = 0; turn < 20; turn++) tutorial.next();
    expect(tutorial.step).toBe('predict');
    expect(steps).toHaveLength(10);
    tutorial.leave();
    expect(tutorial.step).toBe(null);
  });

  test('requires labelled data after the first step', () => {
    const done = { data: false, network: true, training: true };
    const tutorial = new Tutorial(() => done);
    tutorial.begin();
    tutorial.next();
    expect(tutorial.step).toBe('read');
    expect(tutorial.missing).toBe('data');
    done.data = true;
    tutorial.next();
    expect(tutorial.step).toBe('apart');
  });

  test('waits for the network choice, and for a finished training', () => {
    const done = { data: true, network: false, training: false };
    const tutorial = new Tutorial(() => done);
    tutorial.begin();
    for (let turn = 0; turn < 20; turn++) tutorial.next();
    expect([tutorial.step, tutorial.missing]).toEqual(['network', 'network']);
    done.network = true;
    for (let turn = 0; turn < 20; turn++) tutorial.next();
    expect([tutorial.step, tutorial.missing]).toEqual(['train', 'training']);
    done.training = true;
    tutorial.next();
    expect([tutorial.step, tutorial.missing, tutorial.last]).toEqual(['predict', null, true]);
  });
});

describe('the steps show', () => {
  test('the pixels with the most ink', () => {
    const image = new Uint8Array(784);
    image.set([1, 200, 255, 90], 12 * 28 + 9);
    image[3] = 255;
    const { row, column, values } = inkiest(image, 3);
    expect([row, column]).toEqual([12, 10]);
    expect(values).toEqual([200, 255, 90]);
  });

  test('a label as ten numbers, with 1 at its index', () => {
    expect(oneHot(3, 10)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test('as many training and validation images as the core uses', () => {
    expect(splitSizes(42_000, 0.2)).toEqual({ training: 33_600, validation: 8400 });
    expect(splitSizes(13, 0.2)).toEqual({ training: 10, validation: 3 });
  });
});
