import { readSetting, writeSetting } from '../storage/localSetting';

/** What the curves stand against. */
export const axes = ['epoch', 'step', 'time'] as const;
export type Axis = (typeof axes)[number];

export interface View {
  axis: Axis;
  log: boolean; // of the loss
  smoothing: number; // 0 to maxSmoothing: how much of the mean before each point keeps
}

export const maxSmoothing = 0.95;
const key = 'charts';
const plain: View = { axis: 'epoch', log: false, smoothing: 0 };

/** The stored view, as far as it is valid. */
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

/** How all charts are looked at; remembered. */
class ChartView {
  current = $state.raw<View>(viewOf(readSetting(key)));

  change(changes: Partial<View>): void {
    this.current = { ...this.current, ...changes };
    writeSetting(key, JSON.stringify(this.current));
  }
}

export const chartView = new ChartView();
