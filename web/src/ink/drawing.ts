import type { Ink } from '../protocol/calls';
import { type Point, pack, type Size, type Stroke } from '../shared/strokes';
import { fitted, sameAsPaper, through, toPaper, type View } from '../shared/view';
import { touches } from './eraser';
import { eraserRadius } from './paint';
import { changed, redone, startingWith, type UndoHistory, undone } from './undo';

export type Tool = 'pen' | 'eraser';
type Strokes = readonly Stroke[];

/** What a pointer does between touching the pad and leaving it: one step to undo. */
interface Gesture {
  pointer: number;
  before: UndoHistory<Strokes>;
  last: Point; // on paper
  stroke: Point[] | null; // none is written by the eraser
}

/** What is on the pad. One pointer writes or erases at a time: a second finger changes nothing. */
export class Drawing {
  /** How the pad shows the strokes, which keep the coordinates they were written in. */
  view: View = sameAsPaper;
  /** How thick all strokes are shown; they themselves have no width. */
  thickness = 1;
  private history = startingWith<Strokes>([]);
  private gesture: Gesture | null = null;
  /** Of the pad, in its own units; null before it is shown. */
  size: Size | null = null;
  // As it was when the pen last touched it: a pad that shrinks and grows again shows it as it was.
  private touched: { view: View; size: Size } | null = null;

  get empty(): boolean {
    return this.all.length === 0;
  }

  get penDown(): boolean {
    return this.gesture !== null;
  }

  get all(): Strokes {
    return this.history.present;
  }

  get ink(): Ink {
    return pack(this.all);
  }

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.history.future.length > 0;
  }

  /** A stroke begins with its first point, so that a tap is a dot. False if another is written. */
  begin(pointer: number, point: Point, tool: Tool = 'pen'): boolean {
    if (this.gesture) return false;
    const first = this.touch(point);
    const stroke = tool === 'pen' ? [first] : null;
    this.gesture = { pointer, before: this.history, last: first, stroke };
    if (stroke) this.history = changed(this.history, [...this.all, stroke]);
    else this.eraseTo(this.gesture, first);
    return true;
  }

  /** True if the drawing changed. A pen that stands still adds nothing. */
  extend(pointer: number, points: readonly Point[]): boolean {
    const { gesture } = this;
    if (gesture?.pointer !== pointer) return false;
    const follow = (point: Point) =>
      gesture.stroke ? this.writeTo(gesture.stroke, point) : this.eraseTo(gesture, point);
    return points.map((point) => follow(this.touch(point))).includes(true);
  }

  /** What was written stays. */
  end(pointer: number): boolean {
    if (this.gesture?.pointer !== pointer) return false;
    this.gesture = null;
    return true;
  }

  /** Ends what is being done, if anything, when nobody will hear of the pointer again. */
  release(): void {
    this.gesture = null;
  }

  /** Takes back what a pointer is doing, as if it had never touched the pad. */
  withdraw(pointer = this.gesture?.pointer): boolean {
    if (!this.gesture || this.gesture.pointer !== pointer) return false;
    this.history = this.gesture.before;
    this.gesture = null;
    return true;
  }

  /** A stroke that is still written counts as written. */
  undo(): void {
    this.release();
    this.history = undone(this.history);
  }

  redo(): void {
    this.release();
    this.history = redone(this.history);
  }

  clear(): void {
    this.release();
    if (!this.empty) this.history = changed(this.history, []);
  }

  /** The pad has this size now. */
  resize(to: Size): void {
    if (this.touched) this.view = through(this.touched.view, fitted(this.touched.size, to));
    this.size = to;
  }

  /** Where on paper the pad is touched. */
  private touch(point: Point): Point {
    if (this.size) this.touched = { view: this.view, size: this.size };
    return toPaper(this.view, point);
  }

  private writeTo(stroke: Point[], point: Point): boolean {
    const last = stroke[stroke.length - 1];
    if (point.x === last?.x && point.y === last.y) return false;
    stroke.push(point);
    return true;
  }

  private eraseTo(gesture: Gesture, point: Point): boolean {
    const radius = this.size ? eraserRadius(this.size, this.thickness) / this.view.scale : 0;
    const left = this.all.filter((stroke) => !touches(stroke, gesture.last, point, radius));
    gesture.last = point;
    if (left.length === this.all.length) return false;
    this.history = changed(gesture.before, left);
    return true;
  }
}
