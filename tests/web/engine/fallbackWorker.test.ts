import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FallbackWorker } from '#web/engine/fallbackWorker';
import type { Attempt } from '#web/protocol/variant';
import {
  type StartReport,
  workerAddress,
  workerStartFor,
  workerStartIn,
} from '#web/protocol/workerStart';

const threaded: Attempt = { variant: 'relaxed-threads', threads: 2 };
const plain: Attempt = { variant: 'relaxed', threads: 1 };

/** Records every started worker, and sends messages on its behalf. */
function start(attempts: Attempt[]) {
  const workers: { attempt: Attempt; received: unknown[]; ended: boolean; worker: Worker }[] = [];
  const running: Attempt[] = [];
  const spawn = (attempt: Attempt) => {
    const started = { attempt, received: [] as unknown[], ended: false, worker: {} as Worker };
    started.worker.postMessage = (message: unknown) => started.received.push(message);
    started.worker.terminate = () => {
      started.ended = true;
    };
    workers.push(started);
    return started.worker;
  };
  const dead: (() => void)[] = [];
  const workerLost = () => new Promise<void>((workerLost) => dead.push(workerLost));
  const starter = {
    attempts: () => attempts,
    spawn,
    onStart: (attempt: Attempt, threads: number) => running.push({ ...attempt, threads }),
    workerLost,
    patienceMs: 6000,
  };
  const starting = new FallbackWorker(starter);
  const say = (index: number, report: StartReport) =>
    workers[index]?.worker.onmessage?.({ data: report } as MessageEvent);
  return { starting, workers, running, say, dead };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a worker finds what to load in its URL', () => {
  const start = workerStartFor('training', threaded, (file) => `https://host/a b/${file}?x=1&y=2`);
  const { hash } = new URL(workerAddress('https://host/worker.js', start));
  expect(workerStartIn({ hash })).toEqual(start);
  expect(start.glue).toContain('/training-relaxed-threads.js');
});

test('messages to a starting worker wait', () => {
  const { starting, workers, running, say } = start([plain]);
  starting.postMessage('first');
  expect(workers[0]?.received).toEqual([]);
  say(0, { start: 'compiled' });
  say(0, { start: 'done', threads: 1, heartbeat: '' });
  starting.postMessage('second');
  expect(workers[0]?.received).toEqual(['first', 'second']);
  expect(running).toEqual([plain]);
});

test('a message that can’t be cloned is refused at once, without blocking others', () => {
  const { starting, workers, say } = start([plain]);
  const unsendable = () => starting.postMessage(() => {});
  expect(unsendable).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
  starting.postMessage('first');
  say(0, { start: 'done', threads: 1, heartbeat: '' });
  expect(workers[0]?.received).toEqual(['first']);
});

test('threads that don’t start in time are abandoned, however long the download took', () => {
  const { workers, running, say } = start([threaded, plain]);
  vi.advanceTimersByTime(60_000);
  expect(workers).toHaveLength(1);
  say(0, { start: 'compiled' });
  vi.advanceTimersByTime(6000);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  say(1, { start: 'done', threads: 1, heartbeat: '' });
  expect(running).toEqual([plain]);
});

test('a worker reports failure only when no variant is left', () => {
  const { starting, workers, say } = start([threaded, plain]);
  const broke = vi.fn();
  starting.onerror = broke;
  say(0, { start: 'failed' });
  expect(broke).not.toHaveBeenCalled();
  say(1, { start: 'failed' });
  expect(broke).toHaveBeenCalledOnce();
  expect(workers.every(({ ended }) => ended)).toBe(true);
});

test('a worker that can’t be created counts as one that can’t start', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const spawn = vi.fn(() => {
    throw new Error('worker-src');
  });
  const attempts = [threaded, plain];
  const starting = new FallbackWorker({
    attempts: () => attempts,
    spawn,
    onStart: () => {},
    workerLost: async () => {},
    patienceMs: 1,
  });
  const broke = vi.fn();
  starting.onerror = broke;
  await vi.waitFor(() => expect(broke).toHaveBeenCalledOnce());
  expect(spawn).toHaveBeenCalledTimes(2);
});

test('a worker starts once its attempts are known, unless it was ended', async () => {
  for (const ended of [false, true]) {
    const spawn = vi.fn(
      () => ({ postMessage: () => {}, terminate: () => {} }) as unknown as Worker,
    );
    const starting = new FallbackWorker({
      attempts: async () => [plain],
      spawn,
      onStart: () => {},
      workerLost: async () => {},
      patienceMs: 1,
    });
    expect(spawn).not.toHaveBeenCalled();
    if (ended) starting.terminate();
    await Promise.resolve();
    expect(spawn).toHaveBeenCalledTimes(ended ? 0 : 1);
  }
});

test('a silently killed worker is reported, one that was ended isn’t', async () => {
  for (const ended of [false, true]) {
    const { starting, say, dead } = start([plain]);
    const broke = vi.fn();
    starting.onerror = broke;
    say(0, { start: 'done', threads: 1, heartbeat: 'lock' });
    if (ended) starting.terminate();
    dead[0]?.();
    await Promise.resolve();
    expect(broke).toHaveBeenCalledTimes(ended ? 0 : 1);
  }
});
