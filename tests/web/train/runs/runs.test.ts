import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Row } from '#web/charts/measures';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { Network } from '#web/train/network/network.svelte';
import { curvesOf, letterOf, marksOf, spreadApart } from '#web/train/runs/overlay';
import { reuseSettings } from '#web/train/runs/reuseSettings';
import { RunRefusal, runFile, runIn } from '#web/train/runs/runFile';
import type { RunStore } from '#web/train/runs/runStore';
import { Runs } from '#web/train/runs/runs.svelte';
import type { SavedRun } from '#web/train/runs/savedRun';
import { sorted, sortedBy } from '#web/train/runs/sorting';
import { clientOfFake, settings } from '../../fakeEngine';

const row = (epoch: number, accuracy: number | null): Row => ({
  epoch,
  step: 10 * epoch,
  elapsed_ms: 1000 * epoch,
  batch_loss: 1,
  batch_accuracy: 0.5,
  training_loss: 1,
  training_accuracy: 0.6,
  validation_loss: 1,
  validation_accuracy: accuracy,
});

const run = (id: string, changes: Partial<SavedRun> = {}): SavedRun => ({
  id,
  name: `run ${id}`,
  begun: 1000,
  data: 'train.csv',
  network: 'Fast',
  settings,
  epochs: 2,
  elapsed_ms: 3000,
  accuracy: 0.9,
  rows: [row(1, 0.5), { ...row(1.5, null), training_accuracy: null }, row(2, 0.9)],
  model: Uint8Array.of(1, 2, 255),
  ...changes,
});

/** Storage that may be full. */
class FakeRunStore implements RunStore {
  stored = new Map<string, SavedRun>();
  full = false;

  async read() {
    return [...this.stored.values()];
  }

  async write(one: SavedRun) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.stored.set(one.id, one);
  }

  async remove(id: string) {
    this.stored.delete(id);
  }
}

const ids = (runs: readonly SavedRun[]) => runs.map(({ id }) => id);

let keep: FakeRunStore;
let runs: Runs;
beforeEach(() => {
  keep = new FakeRunStore();
  runs = new Runs(keep);
});

describe('runs', () => {
  test('are loaded in the next page, together with those of another tab', async () => {
    const other = new Runs(keep);
    expect(await runs.add(run('a'))).toBe(true);
    expect(await other.add(run('b'))).toBe(true);
    const next = new Runs(keep);
    await next.start();
    expect(ids(next.all).sort()).toEqual(['a', 'b']);
  });

  test('are renamed, and an empty name restores the network’s', async () => {
    await runs.add(run('a'));
    await runs.rename('a', ' mine ');
    expect(keep.stored.get('a')?.name).toBe('mine');
    await runs.rename('a', '  ');
    expect(runs.all[0]?.name).toBe('Fast');
  });

  test('keep their numbers when others are removed, also in the next page', async () => {
    for (const [at, id] of ['a', 'b', 'c'].entries()) await runs.add(run(id, { begun: at }));
    await runs.remove(runs.all.filter(({ id }) => id === 'a'));
    const next = new Runs(keep);
    await next.start();
    expect(next.all.map(({ id, number }) => [id, number])).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
  });

  test('of earlier versions are numbered once', async () => {
    keep.stored.set('a', run('a'));
    await runs.start();
    expect(keep.stored.get('a')?.number).toBe(1);
  });

  test('can be restored after removal', async () => {
    await runs.add(run('a'));
    await runs.remove(runs.all);
    expect(keep.stored.size).toBe(0);
    await runs.undo();
    expect(ids(runs.all)).toEqual(['a']);
    expect(keep.stored.size).toBe(1);
    expect(runs.removed).toEqual([]);
  });

  test('last until the page is closed if storage is full, and a notice says so', async () => {
    keep.full = true;
    expect(await runs.add(run('a'))).toBe(false);
    expect(ids(runs.all)).toEqual(['a']);
    expect(ids(runs.unsaved)).toEqual(['a']);
    keep.full = false;
    await runs.rename('a', 'kept now');
    expect(runs.unsaved).toEqual([]);
  });
});

describe('the table', () => {
  const all = [
    run('a', { name: 'run 10', accuracy: 0.5 }),
    run('b', { name: 'run 9', accuracy: null }),
    run('c', { name: 'Other', accuracy: 0.7 }),
  ];

  test('sorts words alphabetically and numbers from the largest', () => {
    expect(ids(sorted(all, { by: 'name', down: false }))).toEqual(['c', 'b', 'a']);
    expect(ids(sorted(all, { by: 'accuracy', down: true }))).toEqual(['c', 'a', 'b']);
  });

  test('puts missing values last in either direction', () => {
    expect(ids(sorted(all, { by: 'accuracy', down: false }))).toEqual(['a', 'c', 'b']);
  });

  test('reverses when the same column is chosen again', () => {
    const once = sortedBy({ by: 'begun', down: true }, 'accuracy');
    expect(once).toEqual({ by: 'accuracy', down: true });
    expect(sortedBy(once, 'accuracy')).toEqual({ by: 'accuracy', down: false });
    expect(sortedBy(once, 'name')).toEqual({ by: 'name', down: false });
  });
});

describe('a run file', () => {
  const changed = async (change: (fields: Record<string, unknown>) => void) => {
    const fields = JSON.parse(await runFile(run('a')));
    change(fields);
    return runIn(new Blob([JSON.stringify(fields)]));
  };

  test('is read back unchanged', async () => {
    expect(await runIn(new Blob([await runFile(run('a'))]))).toEqual(run('a'));
    const unmeasured = run('b', {
      accuracy: null,
      rows: [],
      model: new Uint8Array(100_000).fill(7),
    });
    expect(await runIn(new Blob([await runFile(unmeasured)]))).toEqual(unmeasured);
  });

  test('saved without HTTPS opens with it, and the other way round', async () => {
    const safe = await runFile(run('a'));
    vi.stubGlobal('crypto', {});
    const unsafe = await runFile(run('a'));
    expect(await runIn(new Blob([safe]))).toEqual(run('a'));
    vi.unstubAllGlobals();
    expect(await runIn(new Blob([unsafe]))).toEqual(run('a'));
  });

  test('drops unknown fields', async () => {
    const back = await changed((fields) => {
      fields.evil = true;
    });
    expect(back).toEqual(run('a'));
  });

  test.each(['', '{', '[1', 'label,pixel0'])(
    'is rejected if it contains only “%s”',
    async (text) => {
      await expect(runIn(new Blob([text]))).rejects.toMatchObject({ reason: 'notJson' });
    },
  );

  test('is rejected if it is other JSON or another version', async () => {
    await expect(runIn(new Blob(['[]']))).rejects.toMatchObject({ reason: 'otherFile' });
    const newer = changed((fields) => {
      fields.version = 2;
    });
    await expect(newer).rejects.toMatchObject({ reason: 'newer' });
  });

  test.each([
    ['id', '../x'],
    ['name', 7],
    ['begun', 'today'],
    ['settings', { epochs: [1] }],
    ['epochs', -1],
    ['accuracy', 2],
    ['rows', [{ epoch: 'one' }]],
    ['rows', [{}]],
    ['rows', [{ epoch: 1 }]],
    ['rows', 'none'],
    ['model', 'not base64!'],
    ['model', 'AAAA'],
  ])('names the field %s if it is malformed', async (field, value) => {
    const refused = changed((fields) => {
      fields[field] = value;
    });
    await expect(refused).rejects.toEqual(new RunRefusal('damaged', field));
  });

  test('is loaded next to the original, or refused with the reason', async () => {
    await runs.add(run('a'));
    await runs.load(new File([await runFile(run('a'))], 'a.inkling-run.json'));
    expect(runs.all).toHaveLength(2);
    expect(new Set(ids(runs.all)).size).toBe(2);
    await runs.load(new File(['{}'], 'other.json'));
    expect(runs.all).toHaveLength(2);
    expect(runs.problems.current?.happened.text).toBe(messages.runs.refused.otherFile);
  });
});

describe('overlaid curves', () => {
  test('have the ends of epochs, from validation if possible', () => {
    const [one, other] = curvesOf([run('a'), run('b', { rows: [row(1, null)] })], 'accuracy');
    expect(one?.points).toEqual([
      { epoch: 1, value: 0.5 },
      { epoch: 2, value: 0.9 },
    ]);
    expect(other?.points).toEqual([{ epoch: 1, value: 0.6 }]);
    expect(curvesOf([run('c', { rows: [] })], 'loss')).toEqual([]);
  });

  test('have round axis marks', () => {
    expect(marksOf(0.512, 0.97, 4)).toEqual([0.4, 0.6, 0.8, 1]);
    expect(marksOf(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(marksOf(0.5, 0.5, 4).length).toBeGreaterThan(1);
  });

  test('have labels that don’t overlap, within the chart', () => {
    expect(spreadApart([10, 12, 50], 16, 100)).toEqual([10, 26, 50]);
    expect(spreadApart([99, 98, 5], 16, 100)).toEqual([100, 84, 5]);
  });
});

const setUp = () => ({ network: new Network(clientOfFake()), problems: new Problems<'runs'>() });

describe('repeating a run', () => {
  test('applies its settings', async () => {
    const { network, problems } = setUp();
    expect(await reuseSettings(run('a'), network, problems)).toBe(true);
    expect(network.settings).toEqual(settings);
  });

  test.each([
    ['are from another version', { optimiser: 'guess' }, 'another version'],
    ['the engine refuses', { architecture: 'tall' }, 'too tall'],
  ])('refuses settings that %s, with a message', async (_, changes, message) => {
    const { network, problems } = setUp();
    const before = { ...network.settings };
    const one = run('a', { settings: { ...settings, ...changes } });
    expect(await reuseSettings(one, network, problems)).toBe(false);
    expect(network.settings).toEqual(before);
    expect(problems.current?.happened.text).toContain(message);
  });
});

test('curves have letters, as runs have numbers', () => {
  expect([0, 1, 25, 26, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'BA']);
});
