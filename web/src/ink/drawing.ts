import type { Ink } from '../protocol/calls';
import { fitted, sameAsPaper, through, toPaper, type View } from '../shared/padView';
import { type Point, pack, type Size, type Stroke } from '../shared/strokes';
import { touches } from './eraser';
import { eraserRadius } from './paint';
import { changed, redone, startingWith, type UndoHistory, undone } from './undo';

export type Tool = 'pen' | 'eraser';
type Strokes = readonly Stroke[];

/** What a pointer does between touching the pad and leaving it. One undo step. */
interface Gesture {
  pointer: number;
  before: UndoHistory<Strokes>;
  last: Point; // in drawing coordinates
  stroke: Point[] | null; // null for the eraser
}

/** The drawing on the pad. Only one pointer draws or erases at a time; further fingers are ignored. */
export class Drawing {
  /** Maps the strokes to the pad. They keep the coordinates in which they were drawn. */
  view: View = sameAsPaper;
  /** The thickness at which all strokes are shown. Strokes themselves have no width. */
  thickness = 1;
  private history = startingWith<Strokes>([]);
  private gesture: Gesture | null = null;
  /** The pad's size in its own units; null before it is shown. */
  size: Size | null = null;
  // The view and size at the last touch. A pad that shrinks and grows back shows the drawing as it was.
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

  /** Starts a stroke with its first point, so that a tap makes a dot. False if another pointer is drawing. */
  begin(pointer: number, point: Point, tool: Tool = 'pen'): boolean {
    if (this.gesture) return false;
    const first = this.touch(point);
    const stroke = tool === 'pen' ? [first] : null;
    this.gesture = { pointer, before: this.history, last: first, stroke };
    if (stroke) this.history = changed(this.history, [...this.all, stroke]);
    else this.eraseTo(this.gesture, first);
    return true;
  }

  /** Adds points. True if the drawing changed; a pen at rest adds nothing. */
  extend(pointer: number, points: readonly Point[]): boolean {
    const { gesture } = this;
    if (gesture?.pointer !== pointer) return false;
    const follow = (point: Point) =>
      gesture.stroke ? this.writeTo(gesture.stroke, point) : this.eraseTo(gesture, point);
    return points.map((point) => follow(this.touch(point))).includes(true);
  }

  /** Ends the gesture and keeps the result. */
  end(pointer: number): boolean {
    if (this.gesture?.pointer !== pointer) return false;
    this.gesture = null;
    return true;
  }

  /** Ends any open gesture if no more events of its pointer will arrive. */
  release(): void {
    this.gesture = null;
  }

  /** Discards a pointer's open gesture, as if it had never touched the pad. */
  withdraw(pointer = this.gesture?.pointer): boolean {
    if (!this.gesture || this.gesture.pointer !== pointer) return false;
    this.history = this.gesture.before;
    this.gesture = null;
    return true;
  }

  /** Undoes one step. An open stroke counts as a step. */
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

  /** Sets the pad's size. */
  resize(to: Size): void {
    if (this.touched) this.view = through(this.touched.view, fitted(this.touched.size, to));
    this.size = to;
  }

  /** Converts a point on the pad to drawing coordinates. */
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
