import { beforeEach, expect, test } from 'vitest';
import type { EngineClient } from '#web/engine/client';
import { clientOfFake, training } from '../../fakeEngine';

let engine: EngineClient<'training'>;
beforeEach(async () => {
  engine = clientOfFake();
  await engine.call('make_sample', { images: 10, seed: 1 });
});

const busy = { kind: 'page', message: 'alreadyTraining' };

test('a second training is refused, and the first continues with its commands', async () => {
  const first = engine.call('train', training({ epochs: 9 }));
  await engine.call('control_training', 'pause');
  await expect(engine.call('train', training())).rejects.toMatchObject(busy);
  const continuation = { id: 'other', file: null };
  await expect(engine.call('resume_training', continuation)).rejects.toMatchObject(busy);
  await engine.call('control_training', 'resume');
  expect((await first).progress.epoch).toBe(9);
});

test('another training is accepted after one has ended or was refused', async () => {
  await engine.call('train', training());
  await expect(engine.call('train', training({ batch: 13 }))).rejects.toMatchObject({
    kind: 'engine',
  });
  expect((await engine.call('train', training())).progress.state).toBe('finished');
});

test('a pause after a stop doesn’t undo it', async () => {
  const run = engine.call('train', training({ epochs: 900 }));
  void engine.call('control_training', 'stop');
  void engine.call('control_training', 'pause');
  void engine.call('control_training', 'resume');
  expect((await run).stopped).toBe(true);
});
