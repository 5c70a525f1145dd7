import { messages } from '../../messages';
import type { DataOverview } from '../../protocol/calls';

/** The conditions for a run. */
export interface StartConditions {
  canStart: boolean;
  opening: boolean; // a file is being read
  overview: DataOverview | null;
  preset: string; // empty until the presets are known
  fits: boolean; // the network's layers are valid
  interrupted: boolean; // a run can be resumed
  drawing: boolean; // the person is drawing symbols to train on
}

function dataHint({ drawing, interrupted }: StartConditions): string {
  if (drawing) return messages.run.needsSymbols;
  return interrupted ? messages.run.needsDataOrResume : messages.run.needsData;
}

/** Explains what is missing before a run can start. */
export function startHint(conditions: StartConditions): string {
  const { canStart, opening, overview, preset, fits } = conditions;
  if (canStart) return messages.run.ready;
  if (opening) return messages.run.opening;
  if (!overview) return dataHint(conditions);
  if (!overview.summary.labelled) return messages.run.needsLabels;
  if (preset === '') return messages.run.needsNetwork;
  return fits ? messages.run.invalid : messages.run.unfit;
}
