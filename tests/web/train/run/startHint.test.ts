import { expect, test } from 'vitest';
import { messages } from '#web/messages';
import type { DataOverview } from '#web/protocol/calls';
import { type StartConditions, startHint } from '#web/train/run/startHint';

const data = (labelled: boolean) => ({ summary: { labelled } }) as DataOverview;
const complete: StartConditions = {
  canStart: false,
  opening: false,
  overview: data(true),
  preset: 'article',
  fits: true,
  interrupted: false,
  drawing: false,
};

test.each<[string, Partial<StartConditions>, string]>([
  ['nothing is missing', { canStart: true }, messages.run.ready],
  ['the first file is being read', { opening: true, overview: null }, messages.run.opening],
  ['another file is being read', { opening: true }, messages.run.opening],
  ['there are no data', { overview: null, preset: '' }, messages.run.needsData],
  [
    'a run can be resumed instead',
    { overview: null, interrupted: true },
    messages.run.needsDataOrResume,
  ],
  ['symbols are being drawn', { overview: null, drawing: true }, messages.run.needsSymbols],
  ['the data have no labels', { overview: data(false) }, messages.run.needsLabels],
  ['a layer is invalid', { fits: false }, messages.run.unfit],
  ['the presets aren’t known yet', { preset: '' }, messages.run.needsNetwork],
  ['a setting is invalid', {}, messages.run.invalid],
])('shows a hint if %s', (_, changes, sentence) => {
  expect(startHint({ ...complete, ...changes })).toBe(sentence);
});
