import { expect, test } from 'vitest';
import { appearanceNotes } from '#web/kit/appearance';
import { messages } from '#web/messages';

const right = { inverted: false, orientation: 'upright' };
const { appearance } = messages;

test('nothing is said of images that look as they should', () => {
  expect(appearanceNotes(right, [])).toEqual([]);
});

test('what images need is said, with the button that does it', () => {
  const both = appearanceNotes({ inverted: true, orientation: 'transposed' }, []);
  expect(both).toEqual([
    { text: appearance.inverted, button: { label: appearance.invert, adjustment: 'invert' } },
    { text: appearance.sideways, button: { label: appearance.turn, adjustment: 'transpose' } },
  ]);
});

test('what was done to them is said, with the button that undoes it', () => {
  expect(appearanceNotes(right, ['transpose'])).toEqual([
    { text: appearance.turnDone, button: { label: appearance.undo, adjustment: 'transpose' } },
  ]);
});

test('of images that lie in another way only that is said', () => {
  expect(appearanceNotes({ inverted: false, orientation: 'turned-90' }, [])).toEqual([
    { text: appearance.notUpright, button: null },
  ]);
});
