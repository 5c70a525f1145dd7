import { messages } from '../../messages';
import type { DataOverview } from '../../protocol/calls';

/** What a run needs. */
export interface StartConditions {
  canStart: boolean;
  opening: boolean; // a file is being read
  overview: DataOverview | null;
  preset: string; // empty until the presets are known
  fits: boolean; // the network's layers
}

/** What stands between the person and a run, before one has begun. */
export function startHint({ canStart, opening, overview, preset, fits }: StartConditions): string {
  if (canStart) return messages.run.ready;
  if (opening) return messages.run.opening;
  if (!overview) return messages.run.needsData;
  if (!overview.summary.labelled) return messages.run.needsLabels;
  if (preset === '') return messages.run.needsNetwork;
  return fits ? messages.run.invalid : messages.run.unfit;
}
