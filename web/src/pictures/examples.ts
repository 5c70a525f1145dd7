// Sample pictures, painted here. They contain no photographs or datasets.
import { trace } from '../ink/paint';
import type { Size } from '../shared/strokes';
import { handwritten } from './handwriting';

interface Example {
  number: string;
  paper: [from: string, to: string]; // colours of two opposite corners, for uneven light
  lines: string | null; // colour of ruled lines
  ink: string;
  width: number; // of the pen, for digits of height 100
  tilt: number; // radians
}

const examples = {
  note: {
    number: '2048',
    paper: ['#fdfaf0', '#e9e2cf'],
    lines: '#b9cbe4',
    ink: '#23408e',
    width: 7,
    tilt: -0.04,
  },
  postcode: {
    number: '10115',
    paper: ['#efe6d6', '#cdbfa6'],
    lines: null,
    ink: '#2c2926',
    width: 8,
    tilt: 0.03,
  },
  chalk: {
    number: '396',
    paper: ['#2f4a3e', '#22372e'],
    lines: null,
    ink: '#f2f0e6',
    width: 10,
    tilt: 0.02,
  },
} satisfies Record<string, Example>;

export type ExampleName = keyof typeof examples;
export const exampleNames = Object.keys(examples) as ExampleName[];

const size: Size = { width: 960, height: 400 };
const digitSide = 100;

function paintPaper(context: CanvasRenderingContext2D, { paper, lines }: Example): void {
  const light = context.createLinearGradient(0, 0, size.width, size.height);
  light.addColorStop(0, paper[0]);
  light.addColorStop(1, paper[1]);
  context.fillStyle = light;
  context.fillRect(0, 0, size.width, size.height);
  if (!lines) return;
  context.fillStyle = lines;
  for (let y = 60; y < size.height; y += 70) context.fillRect(0, y, size.width, 2);
}

function paintNumber(
  context: CanvasRenderingContext2D,
  { number, ink, width, tilt }: Example,
): void {
  const scale = 2.1;
  context.translate(size.width / 2, size.height / 2);
  context.rotate(tilt);
  context.scale(scale, scale);
  context.translate((-92 * number.length) / 2, -digitSide / 2);
  Object.assign(context, {
    strokeStyle: ink,
    lineWidth: width,
    lineCap: 'round',
    lineJoin: 'round',
  });
  context.beginPath();
  for (const stroke of handwritten(number)) trace(context, stroke);
  context.stroke();
}

export function paintExample(canvas: HTMLCanvasElement, name: ExampleName): void {
  Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  const example: Example = examples[name];
  if (!context) return;
  paintPaper(context, example);
  paintNumber(context, example);
}
