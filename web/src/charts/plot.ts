import './navigatorLocale';
import uPlot from 'uplot';
import { count, decimal, percent, percentMark } from '../messages/format';
import type { Curves, Look } from './curves';
import type { Measure } from './measures';

/** Returns the colours of the page's design tokens for use on a canvas. */
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

function mark(value: number | null, measure: Measure): string {
  if (value === null) return '';
  return measure === 'accuracy' ? percentMark(value) : decimal(value);
}

/** Returns the root font size in pixels. It is larger on very large screens. */
export function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export interface PlotOptions {
  measure: Measure;
  logarithmic: boolean;
  horizontal: string; // the axis's name
  curves: () => Curves;
  /** The ranges of the axes. */
  across: () => [number, number];
  up: () => [number, number];
  pointed(at: number | null): void;
  drawn(plot: uPlot): void;
}

export function dataOf({ places, lines }: Curves): uPlot.AlignedData {
  return [places, ...lines.map(({ values }) => values)];
}

/** Styles a line: batches faint, training solid, validation dashed. */
function seriesOf(look: Look, colours: ReturnType<typeof coloursOf>, unit: number): uPlot.Series {
  if (look === 'batch') {
    const stroke = colours.training;
    return { stroke, width: unit / 16, alpha: 0.35, points: { show: false } };
  }
  const stroke = colours[look];
  const points = { show: true, size: 0.375 * unit, fill: stroke, stroke };
  const dash = look === 'validation' ? { dash: [unit * 0.375, unit / 4] } : {};
  return { stroke, width: unit / 8, spanGaps: true, points, ...dash };
}

/** Returns the width of the widest word in pixels. */
function widest(words: readonly string[], font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = font;
  return Math.max(0, ...words.map((word) => context.measureText(word).width));
}

/** Labels only 1, 2 and 5 of each decade on a log axis. */
const logMarks = (_: uPlot, splits: number[]) =>
  splits.map((value) => (/^[125]/.test(value.toExponential()) ? value : null));

/** Creates the chart of one measure. The number of lines and their styles can't change later. */
export function createPlot(element: HTMLElement, options: PlotOptions): uPlot {
  const { measure, logarithmic } = options;
  const colours = coloursOf(element);
  const style = getComputedStyle(element);
  const unit = rem();
  const font = `${Math.round(0.8125 * unit)}px ${style.fontFamily}`;
  // Leaves room for the names to the right of the lines, if the chart is wide enough.
  const roomForLabels = element.clientWidth > 24 * unit ? 5.5 : 1.5;
  const axis = {
    font,
    stroke: colours.muted,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [0.5 * unit, roomForLabels * unit, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: options.across },
        y: { distr: logarithmic ? 3 : 1, range: options.up },
      },
      axes: [
        {
          ...axis,
          size: 1.75 * unit,
          label: options.horizontal,
          labelSize: 1.25 * unit,
          labelFont: font,
          gap: 4,
          grid: { show: false },
          incrs: [1, 2, 5, 10, 20, 50]
            .flatMap((step) => [step, step * 100, step * 10_000])
            .sort((a, b) => a - b),
          space: 3 * unit,
          values: (_, marks) => marks.map((value) => count(value)),
        },
        {
          ...axis,
          size: (_, marks) => Math.max(3 * unit, widest(marks ?? [], font) + 0.75 * unit),
          gap: 6,
          space: 2.25 * unit,
          values: (_, marks) => marks.map((value) => mark(value, measure)),
          ...(logarithmic ? { filter: logMarks } : {}),
        },
      ],
      series: [{}, ...options.curves().lines.map(({ look }) => seriesOf(look, colours, unit))],
      hooks: {
        setCursor: [(plot) => options.pointed(plot.cursor.idx ?? null)],
        draw: [(plot) => options.drawn(plot)],
      },
    },
    dataOf(options.curves()),
    element,
  );
}
