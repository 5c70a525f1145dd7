import type { Ink } from '../engine/calls';
import { type Point, pack, refit, type Size, type Stroke } from './strokes';

/** What is on the pad. One pointer writes at a time: a second finger changes nothing. */
export class Drawing {
  private strokes: Stroke[] = [];
  private writing: { pointer: number; stroke: Stroke } | null = null;
  // As it was when the pen last moved: a pad that shrinks and grows again shows it as it was.
  private written: { strokes: Stroke[]; size: Size } | null = null;

  get empty(): boolean {
    return this.strokes.length === 0;
  }

  get penDown(): boolean {
    return this.writing !== null;
  }

  get all(): readonly Stroke[] {
    return this.strokes;
  }

  get ink(): Ink {
    return pack(this.strokes);
  }

  /** A stroke begins with its first point, so that a tap is a dot. False if another is written. */
  begin(pointer: number, point: Point): boolean {
    if (this.writing) return false;
    const stroke = [point];
    this.written = null;
    this.strokes.push(stroke);
    this.writing = { pointer, stroke };
    return true;
  }

  /** True if something was added. A pen that stands still adds nothing. */
  extend(pointer: number, points: readonly Point[]): boolean {
    if (this.writing?.pointer !== pointer) return false;
    const { stroke } = this.writing;
    const before = stroke.length;
    this.written = null;
    for (const point of points) {
      const last = stroke[stroke.length - 1];
      if (point.x !== last?.x || point.y !== last.y) stroke.push(point);
    }
    return stroke.length > before;
  }

  /** However a stroke ends, lifted or taken away by the system, what was written stays. */
  end(pointer: number): boolean {
    if (this.writing?.pointer !== pointer) return false;
    this.writing = null;
    return true;
  }

  /** Ends the stroke that is being written, if any, when nobody will hear of the pointer again. */
  release(): void {
    this.writing = null;
  }

  clear(): void {
    this.strokes = [];
    this.release();
    this.written = null;
  }

  resize(from: Size, to: Size): void {
    this.written ??= { strokes: this.strokes, size: from };
    this.strokes = refit(this.written.strokes, this.written.size, to);
    if (!this.writing) return;
    const stroke = this.strokes[this.strokes.length - 1];
    if (stroke) this.writing = { ...this.writing, stroke };
  }
}
