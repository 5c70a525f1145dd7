import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Row } from '#web/charts/history';
import { Problems } from '#web/kit/problems.svelte';
import { messages } from '#web/messages';
import { Network } from '#web/train/network/network.svelte';
import { apart, curvesOf, marksOf } from '#web/train/runs/overlay';
import { reuseSettings } from '#web/train/runs/reuseSettings';
import { RunRefusal, runFile, runIn } from '#web/train/runs/runFile';
import type { RunStore } from '#web/train/runs/runStore';
import { Runs } from '#web/train/runs/runs.svelte';
import type { SavedRun } from '#web/train/runs/savedRun';
import { sorted, sortedBy } from '#web/train/runs/sorting';
import { clientOfDouble, settings } from '../../double';

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

/** A browser's storage that may be full. */
class KeepDouble implements RunStore {
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

let keep: KeepDouble;
let runs: Runs;
beforeEach(() => {
  keep = new KeepDouble();
  runs = new Runs(keep);
});

describe('runs', () => {
  test('are there again in the next page, and those of two tabs beside each other', async () => {
    const other = new Runs(keep);
    expect(await runs.add(run('a'))).toBe(true);
    expect(await other.add(run('b'))).toBe(true);
    const next = new Runs(keep);
    await next.start();
    expect(ids(next.all).sort()).toEqual(['a', 'b']);
  });

  test('are renamed, and take their network’s name where that is empty', async () => {
    await runs.add(run('a'));
    await runs.rename('a', ' mine ');
    expect(keep.stored.get('a')?.name).toBe('mine');
    await runs.rename('a', '  ');
    expect(runs.all[0]?.name).toBe('Fast');
  });

  test('come back after they were removed', async () => {
    await runs.add(run('a'));
    await runs.remove(runs.all);
    expect(keep.stored.size).toBe(0);
    await runs.undo();
    expect(ids(runs.all)).toEqual(['a']);
    expect(keep.stored.size).toBe(1);
    expect(runs.removed).toEqual([]);
  });

  test('that find no room last as long as the page, and that is told', async () => {
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

  test('sorts words as people do, and numbers the largest first', () => {
    expect(ids(sorted(all, { by: 'name', down: false }))).toEqual(['c', 'b', 'a']);
    expect(ids(sorted(all, { by: 'accuracy', down: true }))).toEqual(['c', 'a', 'b']);
  });

  test('has what was not measured at its end, whichever way it is sorted', () => {
    expect(ids(sorted(all, { by: 'accuracy', down: false }))).toEqual(['a', 'c', 'b']);
  });

  test('turns when the same column is chosen again', () => {
    const once = sortedBy({ by: 'begun', down: true }, 'accuracy');
    expect(once).toEqual({ by: 'accuracy', down: true });
    expect(sortedBy(once, 'accuracy')).toEqual({ by: 'accuracy', down: false });
    expect(sortedBy(once, 'name')).toEqual({ by: 'name', down: false });
  });
});

describe('a run as a file', () => {
  const changed = async (change: (fields: Record<string, unknown>) => void) => {
    const fields = JSON.parse(await runFile(run('a')));
    change(fields);
    return runIn(new Blob([JSON.stringify(fields)]));
  };

  test('comes back as it was', async () => {
    expect(await runIn(new Blob([await runFile(run('a'))]))).toEqual(run('a'));
    const unmeasured = run('b', {
      accuracy: null,
      rows: [],
      model: new Uint8Array(100_000).fill(7),
    });
    expect(await runIn(new Blob([await runFile(unmeasured)]))).toEqual(unmeasured);
  });

  test('that a page without HTTPS saved opens in one with it, and the other way round', async () => {
    const safe = await runFile(run('a'));
    vi.stubGlobal('crypto', {});
    const unsafe = await runFile(run('a'));
    expect(await runIn(new Blob([safe]))).toEqual(run('a'));
    vi.unstubAllGlobals();
    expect(await runIn(new Blob([unsafe]))).toEqual(run('a'));
  });

  test('brings nothing along that is not known', async () => {
    const back = await changed((fields) => {
      fields.evil = true;
    });
    expect(back).toEqual(run('a'));
  });

  test.each(['', '{', '[1', 'label,pixel0'])('is none where it says %s', async (text) => {
    await expect(runIn(new Blob([text]))).rejects.toMatchObject({ reason: 'notJson' });
  });

  test('is none where it is other JSON, or of another version', async () => {
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
  ])('names its field %s where that is malformed', async (field, value) => {
    const refused = changed((fields) => {
      fields[field] = value;
    });
    await expect(refused).rejects.toEqual(new RunRefusal('damaged', field));
  });

  test('is loaded beside the one that it was saved from, or refused with what is wrong', async () => {
    await runs.add(run('a'));
    await runs.load(new File([await runFile(run('a'))], 'a.inkling-run.json'));
    expect(runs.all).toHaveLength(2);
    expect(new Set(ids(runs.all)).size).toBe(2);
    await runs.load(new File(['{}'], 'other.json'));
    expect(runs.all).toHaveLength(2);
    expect(runs.problems.current?.happened.text).toBe(messages.runs.refused.otherFile);
  });
});

describe('curves over each other', () => {
  test('have the ends of epochs, measured on what was held out where there is such', () => {
    const [one, other] = curvesOf([run('a'), run('b', { rows: [row(1, null)] })], 'accuracy');
    expect(one?.points).toEqual([
      { epoch: 1, value: 0.5 },
      { epoch: 2, value: 0.9 },
    ]);
    expect(other?.points).toEqual([{ epoch: 1, value: 0.6 }]);
    expect(curvesOf([run('c', { rows: [] })], 'loss')).toEqual([]);
  });

  test('stand between round marks', () => {
    expect(marksOf(0.512, 0.97, 4)).toEqual([0.4, 0.6, 0.8, 1]);
    expect(marksOf(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(marksOf(0.5, 0.5, 4).length).toBeGreaterThan(1);
  });

  test('have names that do not stand on each other, within the chart', () => {
    expect(apart([10, 12, 50], 16, 100)).toEqual([10, 26, 50]);
    expect(apart([99, 98, 5], 16, 100)).toEqual([100, 84, 5]);
  });
});

const setUp = () => ({ network: new Network(clientOfDouble()), problems: new Problems<'runs'>() });

describe('running a run again', () => {
  test('takes its settings', async () => {
    const { network, problems } = setUp();
    expect(await reuseSettings(run('a'), network, problems)).toBe(true);
    expect(network.settings).toEqual(settings);
  });

  test.each([
    ['another version trains by', { optimiser: 'guess' }, 'another version'],
    ['the engine refuses', { architecture: 'tall' }, 'too tall'],
  ])('takes none that %s, and says so', async (_, changes, message) => {
    const { network, problems } = setUp();
    const before = { ...network.settings };
    const one = run('a', { settings: { ...settings, ...changes } });
    expect(await reuseSettings(one, network, problems)).toBe(false);
    expect(network.settings).toEqual(before);
    expect(problems.current?.happened.text).toContain(message);
  });
});
