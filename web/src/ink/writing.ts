import { newestOnly } from '../shared/newest';
import type { Stroke } from '../shared/strokes';
import { Drawing } from './drawing';
import { type Fingers, UntilPenWrites } from './fingers';
import { InkCanvas } from './inkCanvas';

/** Reads strokes. */
export interface StrokeReader<Answer> {
  read(strokes: readonly Stroke[]): Promise<Answer>;
}

export interface WritingEvents<Answer> {
  /** The ink changed and hasn't been read yet. */
  changed(): void;
  /** `answer` is null for an empty pad; `settled` means that no pen was down. */
  read(answer: Answer | null, settled: boolean): void;
  /** Reading isn't possible. */
  failed(): void;
}

/** The ink of an independent pad, read as it changes. */
export class Writing<Answer> {
  private drawing = new Drawing();
  private ink: InkCanvas | null = null;
  private reader: StrokeReader<Answer> | null = null;
  private revision = 0; // changes when a pending reading becomes outdated
  private readonly readNewest = newestOnly((revision: number) => this.readOnce(revision));

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly events: WritingEvents<Answer>,
    private readonly fingers: Fingers = new UntilPenWrites(),
  ) {}

  get empty(): boolean {
    return this.drawing.empty;
  }

  get canUndo(): boolean {
    return this.drawing.canUndo;
  }

  open(reader: StrokeReader<Answer>): void {
    this.reader = reader;
    this.ink = new InkCanvas(this.canvas, this.drawing, () => 'pen', this.fingers, {
      changed: () => this.changed(),
      lifted: () => this.changed(),
      resized: () => {},
    });
  }

  close(): void {
    this.ink?.close();
    this.ink = null;
  }

  /** Sets the reader to use from now on. */
  readWith(reader: StrokeReader<Answer>): void {
    this.reader = reader;
    if (!this.empty) this.changed();
  }

  repaint(): void {
    this.ink?.repaint();
  }

  undo(): void {
    this.drawing.undo();
    this.repaint();
    this.changed();
  }

  /** Removes the ink. undo() restores it. */
  clear(): void {
    this.revision += 1;
    this.drawing.clear();
    this.repaint();
  }

  /** Starts an empty sheet. The previous ink can't be restored. */
  renew(): void {
    const { ink, reader } = this;
    this.close();
    this.revision += 1;
    this.drawing = new Drawing();
    if (ink && reader) this.open(reader);
  }

  private changed(): void {
    this.events.changed();
    if (this.empty) {
      this.revision += 1;
      this.events.read(null, !this.drawing.penDown);
    } else {
      this.readNewest(this.revision);
    }
  }

  private async readOnce(revision: number): Promise<void> {
    const { reader, drawing } = this;
    if (!reader || revision !== this.revision) return;
    const settled = !drawing.penDown;
    try {
      const answer = await reader.read(drawing.all);
      if (revision === this.revision) this.events.read(answer, settled);
    } catch (failure) {
      console.warn(failure);
      if (revision === this.revision && reader === this.reader) this.events.failed();
    }
  }
}
