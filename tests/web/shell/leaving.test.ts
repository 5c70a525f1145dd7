import { expect, test } from 'vitest';
import { hasUnsaved } from '#web/shell/leaving';

const saved = {
  run: { active: false, checkpoint: null },
  runs: { unsaved: [] },
  corrections: { unsaved: false, saving: false, all: [] },
  signs: { unsaved: false, saving: false, drawings: 0 },
  learning: { unsaved: false },
  sheets: null,
};

const unsaved = (changes: object) => hasUnsaved({ ...saved, ...changes } as never);

test('nothing is lost where nothing was done, or all is saved', () => {
  expect(unsaved({})).toBe(false);
  expect(unsaved({ run: { active: true, checkpoint: { problem: null } } })).toBe(false);
  expect(unsaved({ corrections: { unsaved: true, saving: false, all: [] } })).toBe(false);
});

test.each([
  ['a run before its first checkpoint', { run: { active: true, checkpoint: null } }],
  ['a run that finds no room', { run: { active: true, checkpoint: { problem: 'full' } } }],
  ['a run that has ended and found no room', { runs: { unsaved: [{}] } }],
  ['corrections that find no room', { corrections: { unsaved: true, saving: false, all: [{}] } }],
  ['corrections on their way', { corrections: { unsaved: false, saving: true, all: [{}] } }],
  ['signs that find no room', { signs: { unsaved: true, saving: false, drawings: 3 } }],
  ['signs on their way', { signs: { unsaved: false, saving: true, drawings: 3 } }],
  ['sheets that are being read', { sheets: { unsaved: true } }],
  ['a model that learned and finds no room', { learning: { unsaved: true } }],
])('%s would be lost', (_, changes) => {
  expect(unsaved(changes)).toBe(true);
});
