import uPlot from 'uplot';
import { messages } from '../messages';
import { decimal, percent, percentMark } from '../messages/format';
import { type Curves, type Measure, spanOf } from './history';

/** The colours of the page's tokens as a canvas takes them. */
function coloursOf(element: HTMLElement) {
  const before = element.style.color;
  const resolved = (token: string) => {
    element.style.color = `var(--${token})`;
    return getComputedStyle(element).color;
  };
  const colours = {
    training: resolved('training'),
    validation: resolved('validation'),
    muted: resolved('muted'),
    line: resolved('line'),
    sheet: resolved('sheet'),
  };
  element.style.color = before;
  return colours;
}

export function written(value: number | null, measure: Measure): string {
  if (value === null) return '–';
  return measure === 'accuracy' ? percent(value) : decimal(value);
}

function ticks(measure: Measure): (plot: uPlot, values: number[]) => string[] {
  return (_, values) =>
    values.map((value) => (measure === 'accuracy' ? percentMark(value) : decimal(value)));
}

/** The page's unit of size in pixels: larger on very large screens. */
export function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export interface PlotOptions {
  measure: Measure;
  epochs: () => number;
  curves: () => Curves;
  pointed(at: number | null): void;
  drawn(plot: uPlot): void;
}

export function dataOf({ epoch, batch, training, validation }: Curves): uPlot.AlignedData {
  return [epoch, batch, training, validation];
}

/** A chart of one measure over the epochs: batches faint, training solid, validation dashed. */
export function createPlot(element: HTMLElement, options: PlotOptions): uPlot {
  const { measure } = options;
  const colours = coloursOf(element);
  const style = getComputedStyle(element);
  const unit = rem();
  const font = `${Math.round(0.8125 * unit)}px ${style.fontFamily}`;
  // Where there is room the names of the lines stand right of them.
  const roomForLabels = element.clientWidth > 24 * unit ? 5.5 : 0.75;
  const axis = {
    font,
    stroke: colours.muted,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
  };
  const epochPoints = (fill: string) => ({ show: true, size: 0.375 * unit, fill, stroke: fill });
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [0.5 * unit, roomForLabels * unit, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: () => [0, Math.max(1, options.epochs())] },
        y: { range: () => spanOf(options.curves(), measure) },
      },
      axes: [
        {
          ...axis,
          size: 1.75 * unit,
          label: messages.charts.epoch,
          labelSize: 1.25 * unit,
          labelFont: font,
          gap: 4,
          grid: { show: false },
          incrs: [1, 2, 5, 10, 20, 50, 100, 200],
          space: 2 * unit,
        },
        { ...axis, size: 3.5 * unit, gap: 6, space: 2.25 * unit, values: ticks(measure) },
      ],
      series: [
        {},
        { stroke: colours.training, width: unit / 16, alpha: 0.35, points: { show: false } },
        {
          stroke: colours.training,
          width: unit / 8,
          spanGaps: true,
          points: epochPoints(colours.training),
        },
        {
          stroke: colours.validation,
          width: unit / 8,
          dash: [unit * 0.375, unit / 4],
          spanGaps: true,
          points: epochPoints(colours.validation),
        },
      ],
      hooks: {
        setCursor: [(plot) => options.pointed(plot.cursor.idx ?? null)],
        draw: [(plot) => options.drawn(plot)],
      },
    },
    dataOf(options.curves()),
    element,
  );
}
