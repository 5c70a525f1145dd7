import { Drawing } from '../../ink/drawing';
import { autoAdd } from './autoAdd.svelte';
import type { SymbolDrawing } from './userSymbol';

/** A pen at rest this long has finished the drawing. Between two strokes, it rests about half as long. */
export const restMs = 1200;

/** The pad for drawing symbols, one after another. */
export class SymbolPad {
  readonly drawing = new Drawing();
  strokes = $state(0);
  /** Changes whenever the drawing changes other than by the pen. */
  revision = $state(0);
  /** True while the pen rests and the drawing is about to be added. */
  resting = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly finished: (drawing: SymbolDrawing) => void) {}

  get empty(): boolean {
    return this.strokes === 0;
  }

  changed(): void {
    this.stopWaiting();
    this.strokes = this.drawing.all.length;
  }

  lifted(): void {
    this.changed();
    if (this.empty || !autoAdd.on) return;
    this.resting = true;
    this.timer = setTimeout(() => this.add(), restMs);
  }

  add(): void {
    if (this.empty || this.drawing.penDown) return;
    const drawing = this.drawing.all.map((stroke) => stroke.map(({ x, y }) => ({ x, y })));
    this.clear();
    this.finished(drawing);
  }

  clear(): void {
    this.edit(() => this.drawing.clear());
  }

  /** Undoes the last stroke of a drawing that hasn't been added. */
  undo(): void {
    this.edit(() => this.drawing.undo());
  }

  /** Cancels adding the drawing. */
  stopWaiting(): void {
    clearTimeout(this.timer);
    this.resting = false;
  }

  private edit(change: () => void): void {
    change();
    this.revision += 1;
    this.changed();
  }
}
