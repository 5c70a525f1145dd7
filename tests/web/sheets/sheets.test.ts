import { expect, test } from 'vitest';
import type { Correction } from '#web/corrections/correction';
import type { EngineClient } from '#web/engine/client';
import type { ModelInUse } from '#web/model/model.svelte';
import type { LinesReport, LinesRequest } from '#web/protocol/calls';
import { Sheets } from '#web/sheets/sheets.svelte';
import { chosen } from '../fakeEngine';
import { FakeRowStore, picture } from './rows';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Reads "123" in every file, and lists the digits learned from corrections. */
function sheetsWith() {
  const learned: string[] = [];
  const call = async (
    _: string,
    { source }: LinesRequest,
    { report }: { report: (report: LinesReport) => void },
  ) => report({ picture: picture(source.path, '123') });
  const engine = { call } as unknown as EngineClient<'sheets'>;
  const model = { bytes: Uint8Array.of(1), kind: 'digit' } as ModelInUse;
  const corrections = {
    add: async (added: readonly Correction[]) =>
      void learned.push(...added.map(({ name }) => name)),
    remove: async () => {},
  };
  return { sheets: new Sheets([engine], model, corrections, new FakeRowStore()), learned };
}

async function correct(sheets: Sheets): Promise<void> {
  await settled();
  sheets.startReview();
  sheets.accept('128');
  await settled();
}

test('digits that were corrected on a sheet are learned', async () => {
  const { sheets, learned } = sheetsWith();
  sheets.reader.add([chosen([1], 'a.png')]);
  await correct(sheets);
  expect([learned, sheets.learned]).toEqual([['8'], true]);
});

test('those corrected on a sample sheet aren’t', async () => {
  const { sheets, learned } = sheetsWith();
  sheets.addSamples([chosen([1], 'a.png')]);
  await correct(sheets);
  expect(sheets.table.rows[0]).toMatchObject({ text: '128', checked: true });
  expect([learned, sheets.learned]).toEqual([[], false]);
});
