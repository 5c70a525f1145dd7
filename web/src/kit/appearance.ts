import { messages } from '../messages';
import type { Adjustment } from '../protocol/calls';
import type { DataSummary } from '../protocol/types';
import { needsAdjustment } from '../shared/adjustments';

/** A remark on how the images look, and a button that corrects it, if possible. */
export interface AppearanceNote {
  text: string;
  button: { label: string; adjustment: Adjustment } | null;
}

function noteOf(
  adjustment: Adjustment,
  needed: boolean,
  done: boolean,
  says: { needed: string; remedy: string; done: string },
): AppearanceNote[] {
  if (!needed && !done) return [];
  const label = needed ? says.remedy : messages.appearance.undo;
  return [{ text: needed ? says.needed : says.done, button: { label, adjustment } }];
}

/** Describes what the images need, and what was already done to them. */
export function appearanceNotes(
  summary: Pick<DataSummary, 'inverted' | 'orientation'>,
  done: readonly Adjustment[],
): AppearanceNote[] {
  const { inverted, invert, invertDone, sideways, turn, turnDone, notUpright } =
    messages.appearance;
  const note = (adjustment: Adjustment, says: { needed: string; remedy: string; done: string }) =>
    noteOf(adjustment, needsAdjustment(summary, adjustment), done.includes(adjustment), says);
  const otherwise = !['upright', 'transposed'].includes(summary.orientation);
  return [
    ...note('invert', { needed: inverted, remedy: invert, done: invertDone }),
    ...note('transpose', { needed: sideways, remedy: turn, done: turnDone }),
    ...(otherwise ? [{ text: notUpright, button: null }] : []),
  ];
}
