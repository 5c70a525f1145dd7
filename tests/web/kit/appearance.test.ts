import { expect, test } from 'vitest';
import { appearanceNotes } from '#web/kit/appearance';
import { messages } from '#web/messages';

const right = { inverted: false, orientation: 'upright' };
const { appearance } = messages;

test('shows no notice for images that look right', () => {
  expect(appearanceNotes(right, [])).toEqual([]);
});

test('describes the adjustment that images need, with its button', () => {
  const both = appearanceNotes({ inverted: true, orientation: 'transposed' }, []);
  expect(both).toEqual([
    { text: appearance.inverted, button: { label: appearance.invert, adjustment: 'invert' } },
    { text: appearance.sideways, button: { label: appearance.turn, adjustment: 'transpose' } },
  ]);
});

test('describes the adjustment made, with a button to undo it', () => {
  expect(appearanceNotes(right, ['transpose'])).toEqual([
    { text: appearance.turnDone, button: { label: appearance.undo, adjustment: 'transpose' } },
  ]);
});

test('shows only the orientation if only that is wrong', () => {
  expect(appearanceNotes({ inverted: false, orientation: 'turned-90' }, [])).toEqual([
    { text: appearance.notUpright, button: null },
  ]);
});
