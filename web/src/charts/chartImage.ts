import { rem } from './plot';

/** The heading above a chart in a saved picture. */
export interface Heading {
  title: string;
  lines: { name: string; colour: string; dashed: boolean }[];
}

/** Returns the first background behind the element that isn't transparent. */
function groundOf(element: Element): string {
  const ground = getComputedStyle(element).backgroundColor;
  const none = ground === 'transparent' || /, 0\)$/.test(ground);
  return none && element.parentElement ? groundOf(element.parentElement) : ground;
}

/** Draws the legend: the names of the lines, each after a sample of its line. */
function drawNames(context: CanvasRenderingContext2D, heading: Heading, unit: number): void {
  let left = unit;
  for (const { name, colour, dashed } of heading.lines) {
    context.strokeStyle = colour;
    context.lineWidth = unit / 8;
    context.setLineDash(dashed ? [unit * 0.375, unit / 4] : []);
    context.beginPath();
    context.moveTo(left, 2.75 * unit);
    context.lineTo(left + 1.5 * unit, 2.75 * unit);
    context.stroke();
    context.fillText(name, left + 2 * unit, 3 * unit);
    left += 3.5 * unit + context.measureText(name).width;
  }
}

/** Renders the chart as a PNG file, with its title and legend. */
export function chartImage(chart: HTMLCanvasElement, heading: Heading): Promise<Blob | null> {
  const unit = rem() * devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + 2 * unit;
  canvas.height = chart.height + 4.5 * unit;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  const { color, fontFamily } = getComputedStyle(chart);
  context.fillStyle = groundOf(chart);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = color;
  context.font = `600 ${unit}px ${fontFamily}`;
  context.fillText(heading.title, unit, 1.5 * unit);
  context.font = `${0.8125 * unit}px ${fontFamily}`;
  drawNames(context, heading, unit);
  context.drawImage(chart, unit, 3.5 * unit);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
