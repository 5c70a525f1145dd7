import type { EngineClient } from '../../src/engine/client';
import { lazyEngine } from '../../src/engine/lazyEngine';
import { EngineFailure } from '../../src/protocol/failure';
import type { Reading } from '../../src/protocol/types';
import { boxesOf, digitsOf, marksOf } from '../../src/shared/digitReadings';
import { pack } from '../../src/shared/strokes';
import { engineFile, program, shippedModel } from './files.js';
import type { InkPoint, PadReading } from './reading.js';

/** The reason why reading failed, as a sentence. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  constructor(
    readonly reason: 'unsupported' | 'unreachable' | 'refused' | 'stopped',
    message: string,
  ) {
    super(message);
  }
}

export interface ReaderOptions {
  /** The URL of custom weights. */
  model?: string | URL;
}

export interface Reader {
  /** Resolves when strokes can be read; rejects with the reason if they can't. */
  readonly ready: Promise<void>;
  /** The names of the classes that the weights tell apart; empty until ready. */
  readonly classes: readonly string[];
  read(strokes: readonly (readonly InkPoint[])[]): Promise<PadReading>;
  /** Ends the worker and frees its memory. */
  close(): void;
}

async function fetchModel(address: string): Promise<Uint8Array> {
  const response = await fetch(address).catch(() => null);
  if (response?.ok) return new Uint8Array(await response.arrayBuffer());
  const reason = response ? `status ${response.status}` : 'no response';
  throw new ReaderError('unreachable', `The model ${address} couldn’t be downloaded (${reason}).`);
}

function describeError(failure: unknown): unknown {
  if (!(failure instanceof EngineFailure)) return failure;
  if (failure.kind === 'engine') return new ReaderError('refused', failure.message);
  return failure.message === 'noSimd'
    ? new ReaderError('unsupported', 'This browser doesn’t support WebAssembly SIMD.')
    : new ReaderError('stopped', 'The worker didn’t start, or has stopped.');
}

function readingOf(reading: Reading): PadReading {
  const boxes = boxesOf(reading);
  const digits = digitsOf(reading).map(({ verdict, best, candidates }, at) => ({
    digit: best.label,
    name: best.name,
    probability: best.probability,
    probabilities: candidates.map(({ probability }) => probability),
    isDigit: verdict !== 'none',
    box: boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 },
  }));
  return {
    text: reading.text,
    classes: reading.classes,
    digits,
    marks: marksOf(reading).map(({ kind, box }) => ({ kind, box })),
  };
}

class WorkerReader implements Reader {
  readonly ready: Promise<void>;
  classes: readonly string[] = [];
  private readonly client: EngineClient<'reading'>;
  private readonly model: Promise<Uint8Array>;
  private closed = false;

  constructor(model: string) {
    this.client = lazyEngine('reading', { program, address: engineFile }, null).client;
    this.client.begin(); // loads the engine in parallel with the weights
    this.model = fetchModel(model);
    this.ready = this.load();
    this.ready.catch(() => {}); // callers of read() get the error
  }

  async read(strokes: readonly (readonly InkPoint[])[]): Promise<PadReading> {
    const ink = pack(strokes);
    await this.ready;
    try {
      return await this.answer(ink);
    } catch {
      // The worker crashed meanwhile. Loads the weights into a new one and tries once more.
      await this.load();
      return this.answer(ink);
    }
  }

  close(): void {
    this.closed = true;
    this.client.end();
  }

  private async answer(ink: ReturnType<typeof pack>): Promise<PadReading> {
    return readingOf(await this.asked(() => this.client.call('read', ink)));
  }

  private async load(): Promise<void> {
    const model = await this.model;
    const { classes } = await this.asked(() => this.client.call('load_model', model));
    this.classes = classes;
  }

  /** Calls after close() must not start a new worker. */
  private async asked<Reply>(ask: () => Promise<Reply>): Promise<Reply> {
    if (this.closed) throw new ReaderError('stopped', 'This reader was closed.');
    try {
      return await ask();
    } catch (failure) {
      throw describeError(failure);
    }
  }
}

/** Creates a reader with its own worker. */
export function createReader({ model = shippedModel }: ReaderOptions = {}): Reader {
  return new WorkerReader(new URL(model, document.baseURI).href);
}
