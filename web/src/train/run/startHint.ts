import { messages } from '../../messages';
import type { DataOverview } from '../../protocol/calls';

/** The conditions for a run. */
export interface StartConditions {
  canStart: boolean;
  opening: boolean; // a file is being read
  overview: DataOverview | null;
  preset: string; // empty until the presets are known
  fits: boolean; // the network's layers are valid
}

/** Explains what is missing before a run can start. */
export function startHint({ canStart, opening, overview, preset, fits }: StartConditions): string {
  if (canStart) return messages.run.ready;
  if (opening) return messages.run.opening;
  if (!overview) return messages.run.needsData;
  if (!overview.summary.labelled) return messages.run.needsLabels;
  if (preset === '') return messages.run.needsNetwork;
  return fits ? messages.run.invalid : messages.run.unfit;
}
