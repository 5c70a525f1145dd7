import { readSetting, writeSetting } from '../storage/localSetting';

/** The choices for the horizontal axis. */
export const axes = ['epoch', 'step', 'time'] as const;
export type Axis = (typeof axes)[number];

export interface View {
  axis: Axis;
  log: boolean; // log axis for the loss
  smoothing: number; // 0 to maxSmoothing: the share of the previous mean that each point keeps
}

export const maxSmoothing = 0.95;
const key = 'charts';
const plain: View = { axis: 'epoch', log: false, smoothing: 0 };

/** Returns the stored view, with defaults for invalid parts. */
export function viewOf(text: string | null): View {
  let stored: Partial<View> | null = null;
  try {
    stored = JSON.parse(text ?? 'null');
  } catch {
    // not written by this page
  }
  const smoothing = Number(stored?.smoothing);
  return {
    axis: axes.find((axis) => axis === stored?.axis) ?? plain.axis,
    log: stored?.log === true,
    smoothing: smoothing >= 0 && smoothing <= maxSmoothing ? smoothing : plain.smoothing,
  };
}

/** The display settings of all charts, stored for later visits. */
class ChartView {
  current = $state.raw<View>(viewOf(readSetting(key)));

  change(changes: Partial<View>): void {
    this.current = { ...this.current, ...changes };
    writeSetting(key, JSON.stringify(this.current));
  }
}

export const chartView = new ChartView();
