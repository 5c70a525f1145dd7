import { expect, test } from 'vitest';
import { hasUnsaved } from '#web/shell/leaving';

const saved = {
  run: { active: false, checkpoint: null },
  runs: { unsaved: [] },
  corrections: { unsaved: false, saving: false, all: [] },
  symbols: { unsaved: false, saving: false, drawings: 0 },
  learning: { unsaved: false },
  sheets: null,
};

const unsaved = (changes: object) => hasUnsaved({ ...saved, ...changes } as never);

test('nothing is lost if nothing was done or everything is saved', () => {
  expect(unsaved({})).toBe(false);
  expect(unsaved({ run: { active: true, checkpoint: { problem: null } } })).toBe(false);
  expect(unsaved({ corrections: { unsaved: true, saving: false, all: [] } })).toBe(false);
});

test.each([
  ['a run before its first checkpoint', { run: { active: true, checkpoint: null } }],
  ['a run that can’t be stored', { run: { active: true, checkpoint: { problem: 'full' } } }],
  ['a finished run that can’t be stored', { runs: { unsaved: [{}] } }],
  [
    'corrections that can’t be stored',
    { corrections: { unsaved: true, saving: false, all: [{}] } },
  ],
  ['corrections being stored', { corrections: { unsaved: false, saving: true, all: [{}] } }],
  ['symbols that can’t be stored', { symbols: { unsaved: true, saving: false, drawings: 3 } }],
  ['symbols being stored', { symbols: { unsaved: false, saving: true, drawings: 3 } }],
  ['sheets that are being read', { sheets: { unsaved: true } }],
  ['an adapted model that can’t be stored', { learning: { unsaved: true } }],
])('warns about losing %s', (_, changes) => {
  expect(unsaved(changes)).toBe(true);
});
