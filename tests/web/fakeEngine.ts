// A stand-in for the engines' modules: the same objects, simple answers, and a count of what lives.

import { EngineClient, type WorkerLike } from '#web/engine/client';
import type {
  DataRequest,
  EngineName,
  FileSource,
  Request,
  Response,
  Source,
} from '#web/protocol/calls';
import type { Values } from '#web/protocol/failure';
import type { RunInfo } from '#web/protocol/runs';
import type {
  DataSummary,
  Drawings,
  EpochSnapshot,
  PatchProgress,
  PicturesEngine,
  Preset,
  Progress,
  ReadingEngine,
  SampleScores,
  TrainingEngine,
  TrainingSettings,
} from '#web/protocol/types';

import { digitNames } from '#web/shared/classes';
import type { TrainingStore } from '#web/worker/checkpoints/trainingStore';
import { picturesHandlers } from '#web/worker/handlers/picturesHandlers';
import { readingHandlers } from '#web/worker/handlers/readingHandlers';
import { trainingHandlers } from '#web/worker/handlers/trainingHandlers';
import { type Port, serve } from '#web/worker/serve';

/** Objects that live, and rows of explanations that were worked out. */
export const living = { handles: 0, rows: 0 };

/** An error as the engine gives it. */
export const errorJson = (message: string, values: Values = {}) =>
  JSON.stringify({ message, code: '', ...values });

class Handle {
  private dead = false;

  constructor() {
    living.handles += 1;
  }

  delete(): void {
    if (this.dead) throw new Error('deleted twice');
    this.dead = true;
    living.handles -= 1;
  }

  isDeleted(): boolean {
    return this.dead;
  }
}

/** Bytes are images; a byte of 13 is refused, a byte of 66 traps, one of 50 has no label, 77s are dark on light. */
class Data extends Handle {
  bytes: number[] = [];
  names: readonly string[] = digitNames;
  private changed = 0;
  private inversions = 0;
  private readonly unlabelled: string[] = [];
  private part: number[] = [];

  open(): void {
    this.part = [];
  }

  push(chunk: Uint8Array): string {
    for (const byte of chunk) this.part.push(byte);
    if (chunk.includes(66)) throw new WebAssembly.RuntimeError('unreachable');
    return chunk.includes(13) ? errorJson('row 1: 13 is unlucky') : '';
  }

  close(): string {
    this.bytes = this.bytes.concat(this.part);
    return this.part.length > 0 ? '' : errorJson('nothing in it');
  }

  /** Nothing is written in a picture that begins with black. Its folder labels it, or nothing does. */
  add_picture_at(grey: Uint8Array, _width: number, _height: number, path: string): boolean {
    const label = /\/(\d)\//.exec(`/${path}`)?.[1];
    if (grey[0] !== 0 && label === undefined) this.unlabelled.push(path);
    else if (grey[0] !== 0) this.bytes.push(Number(label));
    return grey[0] !== 0;
  }

  finish(): string {
    return '';
  }

  skipped_files() {
    return this.unlabelled.map((name) => ({ name, reason: errorJson('Which digit is this?') }));
  }

  invert(): void {
    this.inversions += 1;
  }

  transpose(): void {}

  submission(labels: Uint8Array, classes: string[]): string {
    return `ImageId,Label\r\n${Array.from(labels, (label) => classes[label]).join('\r\n')}`;
  }

  /** A byte of 99 does not go with others. */
  append(more: Data): string {
    if (more.bytes.includes(99)) return errorJson('99 keeps to itself');
    this.bytes.push(...more.bytes.splice(0));
    return '';
  }

  summary(): DataSummary {
    return {
      files: 1,
      images: this.bytes.length,
      columns: 785,
      labelled: !this.bytes.includes(50),
      inverted: this.bytes.includes(77) !== (this.inversions % 2 === 1),
      orientation: 'upright',
      format: 'CSV',
      details: 'made for a test',
      facts: [],
      histogram: new Uint32Array(10),
      classes: [...this.names],
      cells_fixed: 0,
      rows_rejected: 0,
    };
  }

  images(_first: number, count: number): Uint8Array {
    return new Uint8Array(count * 784);
  }

  labels(first: number, count: number): Uint8Array {
    return Uint8Array.from(this.bytes.slice(first, first + count));
  }

  /** As bright as so many rows are changed. */
  means(): Uint8Array {
    return new Uint8Array(10 * 784).fill(this.changed);
  }

  cell_fixes() {
    return [];
  }

  rejected_rows() {
    return [];
  }

  require_all_rows() {}

  override_labels(rows: Uint32Array): string {
    this.changed = rows.length;
    return rows.some((row) => row >= this.bytes.length) ? errorJson('no such row') : '';
  }

  csv(first: number, count: number): Uint8Array {
    return this.labels(first, count);
  }

  /** A choice of one name is refused. */
  choose_classes(text: string): string {
    if (!text.includes(',')) return errorJson('one is none');
    this.names = text.split(',');
    return '';
  }

  match_classes(classes: string[]): string {
    if (classes.length !== this.names.length) return errorJson('other classes');
    this.names = classes;
    return '';
  }

  /** The first and the last. */
  duplicates() {
    return {
      rows: Uint32Array.of(0, this.bytes.length - 1),
      sizes: Uint32Array.of(2),
      identical: Uint8Array.of(1),
    };
  }

  first(count: number): Data {
    const data = new Data();
    data.bytes = this.bytes.slice(0, count);
    data.names = this.names;
    return data;
  }

  /** The further from plain, the blacker. */
  augmented(rows: number, variants: number): Uint8Array {
    const images = new Uint8Array(Math.min(rows, this.bytes.length) * (1 + variants) * 784);
    return images.map((_, at) => Math.floor(at / 784) % (1 + variants));
  }

  restore(block: Uint8Array): string {
    this.bytes = [...block];
    return block.includes(13) ? errorJson('These kept data are unlucky.') : '';
  }
}

/** A drawing of so many strokes is no digit; one of fewer is read as their number. */
export const unluckyStrokes = 13;

class Loaded extends Handle {
  protected title = '';

  load(bytes: Uint8Array): string {
    if (bytes[0] === 13) return errorJson('not a model');
    this.title = `model ${bytes[0]}`;
    return '';
  }
}

class PictureReader extends Loaded {
  /** Read as so many digits as its first pixel says, all of them its second; 66 traps. */
  read_picture(grey: Uint8Array) {
    const [count = 0, digit = 0] = grey;
    if (count === 66) throw new WebAssembly.RuntimeError('unreachable');
    const probabilities = new Float32Array(10 * count);
    for (let at = 0; at < count; at++) probabilities[10 * at + digit] = 1;
    return {
      text: String(digit).repeat(count),
      probabilities,
      images: new Uint8Array(784 * count),
      is_digit: new Uint8Array(count).fill(1),
      boxes: new Float32Array(4 * count),
      strokes: new Uint32Array(0),
      stroke_counts: new Uint32Array(count),
      marks: '',
      mark_boxes: new Float32Array(0),
      mark_positions: new Uint32Array(0),
    };
  }
}

class Reader extends Loaded {
  private explained: [answer: number, rival: number] = [0, 0];
  private rowsLeft = 0;

  model() {
    const { title } = this;
    const classes = this.title === 'model 26' ? ['A', 'B'] : [...digitNames];
    return {
      ...{ architecture: 'none', weights: 1, title, data: '', protocol: '', accuracy: 0.5 },
      classes,
    };
  }

  read(_points: Float32Array, lengths: Uint32Array) {
    const digit = lengths.length !== unluckyStrokes;
    return {
      text: digit ? String(lengths.length) : '',
      probabilities: new Float32Array(10).fill(
        digit ? 0.9 : 0.1,
        lengths.length,
        lengths.length + 1,
      ),
      images: new Uint8Array(784).fill(lengths.length),
      is_digit: Uint8Array.of(digit ? 1 : 0),
      boxes: new Float32Array(4),
      strokes: Uint32Array.from(lengths, (_, at) => at),
      stroke_counts: Uint32Array.of(lengths.length),
      marks: '',
      mark_boxes: new Float32Array(0),
      mark_positions: new Uint32Array(0),
    };
  }

  /** Of as many rows as a real one; half of the pixels speak for either digit, as loud as the digits are high. */
  explain(image: Uint8Array, answer: number, rival: number): string {
    this.explained = [answer, rival];
    this.rowsLeft = 14;
    return image.length === 784 ? '' : errorJson('not an image');
  }

  explain_row(): boolean {
    if (this.isDeleted()) throw new Error('explained by a reader that is gone');
    living.rows += 1;
    this.rowsLeft -= 1;
    return this.rowsLeft > 0;
  }

  evidence(): Float32Array {
    const [answer, rival] = this.explained;
    return new Float32Array(784).fill(answer, 0, 392).fill(-rival, 392);
  }

  activations(image: Uint8Array) {
    if (image[0] === 66) throw new WebAssembly.RuntimeError('unreachable');
    const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    return { names: 'conv 1x1 2|dense 2', shapes: Uint32Array.of(2, 2, 2, 1, 1, 2), values };
  }
}

class Predictor extends Loaded {
  /** As they are labelled, the less certain the larger the label. */
  predict(data: Data, first: number, count: number) {
    const digits = data.labels(first, count);
    return { digits, confidence: Float32Array.from(digits, (digit) => 1 - digit / 20) };
  }

  /** Reads all as zero, the surer the larger the label. */
  score(data: Data, first: number, count: number) {
    const labels = data.labels(first, count);
    return {
      digits: new Uint8Array(labels.length),
      probabilities: Float32Array.from(labels, (label) => 1 - label / 10),
    };
  }

  /** Takes every row for what it is, but says of a model of 8 that it takes all for an 8. */
  score_validation({ held }: Training, first: number, count: number): SampleScores {
    const labels = held.labels(first, count);
    const rows = Uint32Array.from(labels, (_, at) => first + at);
    return scoresOf(rows, labels, this.title === 'model 8' ? labels.map(() => 8) : labels);
  }
}

function scoresOf(rows: Uint32Array, labels: Uint8Array, predicted: Uint8Array): SampleScores {
  const confidence = new Float32Array(rows.length).fill(0.75);
  const right = Float32Array.from(labels, (label, at) => (label === predicted[at] ? 0.75 : 0.25));
  const losses = right.map((probability) => -Math.log(probability));
  return {
    rows,
    labels,
    predicted,
    confidence,
    uncalibrated: confidence,
    label_probability: right,
    losses,
  };
}

const stepsInEpoch = 3;

/** Each epoch has three batches and a slice of validation. */
class Training extends Handle {
  private settings!: TrainingSettings;
  private epoch = 0;
  private step = 0;
  private rateScale = 1;

  scale_rate(scale: number): string {
    if (scale > 1000) return errorJson('too far');
    this.rateScale = scale;
    return '';
  }

  /** Validates with all of its data. */
  held!: Data;

  start(data: Data, settings: TrainingSettings): string {
    this.settings = settings;
    this.held = data;
    if (settings.batch === 13) return errorJson('the batch is unlucky');
    return settings.batch > 1024 ? errorJson('The batch has from 1 to 1,024 images.') : '';
  }

  private state(): string {
    if (this.epoch === this.settings.epochs) return 'finished';
    return this.step === stepsInEpoch ? 'validating' : 'training';
  }

  private advanceOne(): void {
    const ends = this.step === stepsInEpoch;
    if (ends) this.epoch += 1;
    this.step = ends ? 0 : this.step + 1;
  }

  advance(slices: number): Progress {
    const state = this.state();
    for (let slice = 0; slice < slices && this.state() === state; slice++) this.advanceOne();
    return this.progress();
  }

  private progress(): Progress {
    const steps = this.epoch * stepsInEpoch + this.step;
    return {
      state: this.state(),
      epoch: this.epoch,
      epochs: this.settings.epochs,
      step: this.step,
      steps: stepsInEpoch,
      images_seen: steps * this.settings.batch,
      learning_rate: this.settings.learning_rate * this.rateScale,
      rate_scale: this.rateScale,
      batch_loss: steps,
      batch_accuracy: 0.5,
      training_loss: 1,
      training_accuracy: 0.5,
      validation_loss: 1,
      validation_accuracy: 0.5,
      best_epoch: this.epoch,
    };
  }

  resume(data: Data, settings: TrainingSettings, state: Uint8Array): string {
    [this.epoch = 0, this.step = 0] = state;
    this.rateScale = (state[2] ?? 16) / 16;
    return this.start(data, settings);
  }

  checkpoint(): Uint8Array {
    return Uint8Array.of(this.epoch, this.step, 16 * this.rateScale);
  }

  data(): Uint8Array {
    return Uint8Array.from(this.held.bytes);
  }

  model(): Uint8Array {
    return Uint8Array.of(42);
  }

  confusion(): Uint32Array {
    return new Uint32Array(100);
  }

  /** Takes all for a 3. */
  validation_scores(): SampleScores {
    const labels = Uint8Array.from(this.held.bytes);
    const rows = Uint32Array.from(labels, (_, at) => at);
    return scoresOf(
      rows,
      labels,
      labels.map(() => 3),
    );
  }

  epoch_snapshot(): EpochSnapshot {
    return {
      confusion: this.confusion(),
      mistakes: this.validation_scores(),
      images: new Uint8Array(),
    };
  }

  images(rows: Uint32Array): Uint8Array {
    return new Uint8Array(784 * rows.length).fill(rows[0] ?? 0);
  }

  validation_size(): number {
    return this.held.bytes.length;
  }
}

const slicesOfLearning = 5;

/** Learns in five slices; to a label of 9 it cannot. */
class PatchSession extends Loaded {
  private slices = 0;
  private labels: Uint8Array = new Uint8Array();

  start_on(bytes: Uint8Array, drawings: Drawings): string {
    return this.start(bytes, drawings);
  }

  start(bytes: Uint8Array, { labels }: Drawings): string {
    this.labels = labels;
    return labels.length === 0 ? errorJson('There are no corrections.') : this.load(bytes);
  }

  advance(): PatchProgress {
    this.slices += 1;
    const ended = this.labels.includes(9) ? 'failed' : 'finished';
    return {
      state: this.slices < slicesOfLearning ? 'learning' : ended,
      done: this.slices / slicesOfLearning,
      corrections: this.labels.length,
      corrections_before: 0,
      corrections_after: this.labels.length,
      replay: 1000,
      replay_before: 998,
      replay_after: 997,
    };
  }

  model(): Uint8Array {
    return Uint8Array.of(77);
  }
}

/** Half the rate at every place after the first. */
const scheduleRates = ({ learning_rate }: TrainingSettings, points: number) =>
  Float32Array.from({ length: points }, (_, at) => learning_rate / 2 ** at);

/** Layers of one weight; one that is called "tall" does not fit. */
function checkNetwork(architecture: string, classes = 10) {
  const pieces = architecture.split(' | ');
  const fault = pieces.indexOf('tall') + 1;
  const fitting = fault > 0 ? pieces.slice(0, fault - 1) : pieces;
  const layers = fitting.map((name) => ({
    ...{ name, output: String(classes), weights: 1, forward_flops: 2 },
  }));
  return {
    layers,
    problem: fault > 0 ? errorJson(`layer ${fault} ("tall"): it is too tall`) : '',
    fault,
  };
}

/** All engines in one. */
export type Engines = ReadingEngine & PicturesEngine & TrainingEngine;

export const fakeEngine = {
  Data,
  Reader,
  PictureReader,
  Predictor,
  Training,
  PatchSession,
  presets: () => [],
  augmentation_ranges: () => [{ name: 'rotation', min: 0, max: 180 }],
  check_network: checkNetwork,
  check_settings: ({ architecture }: TrainingSettings) => checkNetwork(architecture).problem,
  schedule_rates: scheduleRates,
  drawings_of: (data: Data) => ({
    images: data.images(0, data.bytes.length),
    labels: data.labels(0, data.bytes.length),
    points: new Float32Array(0),
    stroke_lengths: new Uint32Array(0),
    stroke_counts: new Uint32Array(data.bytes.length),
  }),
  add_drawings: (data: Data, { labels }: Drawings) => {
    data.bytes.push(...labels);
    return labels.length > 0;
  },
  synthetic_data: (images: number) => {
    const data = new Data();
    data.bytes = new Array<number>(images).fill(0);
    return data;
  },
} as unknown as Engines;

/** A browser's files for trainings; one that has room for so many bytes. */
export class FakeStore implements TrainingStore {
  files = new Map<string, Uint8Array>();
  view = Number.POSITIVE_INFINITY;

  async ids() {
    return [...new Set([...this.files.keys()].map((path) => path.split('/')[0] ?? ''))];
  }

  async read(id: string, file: string) {
    return this.files.get(`${id}/${file}`) ?? null;
  }

  async write(id: string, file: string, bytes: Uint8Array) {
    if (bytes.length > this.view) throw new DOMException('full', 'QuotaExceededError');
    this.files.set(`${id}/${file}`, bytes.slice());
  }

  async remove(id: string) {
    for (const path of this.files.keys()) if (path.startsWith(`${id}/`)) this.files.delete(path);
  }
}

/** A worker in this very thread: messages are cloned and arrive later, as in a browser. */
export function fakeWorker(
  engine: Engines = fakeEngine,
  store: TrainingStore = new FakeStore(),
): WorkerLike & { running: boolean } {
  const port: Port = {
    onmessage: null,
    postMessage: (message, transfer) => deliver(structuredClone(message, { transfer })),
  };
  const worker: WorkerLike & { running: boolean } = {
    running: true,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: Request) => {
      const data = structuredClone(message);
      queueMicrotask(() => port.onmessage?.({ data } as MessageEvent<Request>));
    },
    terminate: () => {
      worker.running = false;
    },
  };
  function deliver(data: Response): void {
    queueMicrotask(() => {
      if (worker.running)
        worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent);
    });
  }
  const handlers = {
    ...readingHandlers(engine),
    ...picturesHandlers(engine),
    ...trainingHandlers(engine, store),
  };
  serve(port, Promise.resolve(handlers));
  return worker;
}

export function clientOfFake(store: TrainingStore = new FakeStore()): EngineClient<EngineName> {
  return new EngineClient(() => fakeWorker(fakeEngine, store), 'broken');
}

export const settings: TrainingSettings = {
  preset: 'article',
  architecture: '',
  epochs: 2,
  batch: 32,
  optimiser: 'adamw',
  schedule: 'constant',
  learning_rate: 0.001,
  weight_decay: 0,
  label_smoothing: 0,
  average: 0,
  augment: false,
  augmentation: 'rotation 15',
  validation: 0.2,
  negatives: 0,
  balance: false,
  keep: 'best',
  patience: 0,
  seed: 1,
};

export const articlePreset: Preset = {
  name: 'article',
  title: 'The article’s',
  description: '',
  architecture: 'flatten | dense 10',
  settings,
};

/** A training with these settings changed, as the page asks for it. */
export function training(changes: Partial<TrainingSettings> = {}): RunInfo {
  const data = { name: 'train.csv', format: 'CSV', details: '', classes: digitNames };
  return { id: 'one', begun: 0, data, settings: { ...settings, ...changes } };
}

export function fileOf(bytes: number[] | Uint8Array, name = 'train.csv'): File {
  return new File([Uint8Array.from(bytes)], name);
}

/** A file that the person chose by itself. */
export function chosen(bytes: number[] | Uint8Array, path = 'train.csv'): FileSource {
  return { path, file: fileOf(bytes, path), optional: false };
}

/** In place of whatever is there. */
export const only = (...sources: Source[]): DataRequest => ({
  sources,
  add: false,
  adjustments: [],
});
