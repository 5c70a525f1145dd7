import type { Ink } from '../engine/calls';
import type { EngineClient } from '../engine/client';
import { Drawing, type Tool } from '../ink/drawing';
import { messages } from '../messages';
import { announced } from './announced';
import { boxesOf, digitsOf, type Reading } from './answer';
import type { ModelInUse } from './model.svelte';
import { newestOnly } from './newest';

const settleMs = 500;

interface Job {
  ink: Ink;
  page: number;
  turn: number;
}

/** What is on the pad and what was read from it. */
export class ReadSession {
  readonly drawing = new Drawing();
  reading = $state.raw<Reading | null>(null);
  private chosen = $state(0);
  readonly digits = $derived(digitsOf(this.reading));
  readonly boxes = $derived(boxesOf(this.reading));
  /** Which of the digits is looked at. */
  readonly selected = $derived(Math.max(0, Math.min(this.chosen, this.digits.length - 1)));
  boxesShown = $state(false);
  tool = $state<Tool>('pen');
  strokes = $state(0); // on the pad
  canUndo = $state(false);
  canRedo = $state(false);
  /** Another number whenever something else than the pen changed the drawing. */
  edition = $state(0);
  problem = $state('');
  private waiting = $state(false);
  /** For screen readers: said when the pen has rested, not at every point. */
  announcement = $state('');
  private page = 0; // a new one whenever it is empty: answers to an old one are not shown
  private turn = 0;
  private settling = 0;
  private readonly request = newestOnly<Job>((job) => this.read(job));

  constructor(
    private readonly engine: EngineClient<'reading'>,
    private readonly model: ModelInUse,
  ) {
    model.changed = () => this.inkChanged();
  }

  get empty(): boolean {
    return this.strokes === 0;
  }

  /** The newest ink has not been answered yet, but will be. */
  get busy(): boolean {
    return this.waiting || (!this.empty && this.model.state === 'loading');
  }

  inkChanged(): void {
    this.strokes = this.drawing.all.length;
    this.canUndo = this.drawing.canUndo;
    this.canRedo = this.drawing.canRedo;
    this.waiting = !this.empty && this.model.state === 'ready';
    this.turn += 1;
    if (this.empty) this.forget();
    if (this.waiting) this.request({ ink: this.drawing.ink, page: this.page, turn: this.turn });
  }

  penLifted(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.announce(), settleMs) as unknown as number;
  }

  undo(): void {
    this.edit(() => this.drawing.undo());
  }

  redo(): void {
    this.edit(() => this.drawing.redo());
  }

  /** Can be undone. */
  clear(): void {
    this.edit(() => this.drawing.clear());
  }

  /** The eraser in place of the pen, or the other way round; there is no eraser for an empty pad. */
  changeTool(): void {
    this.tool = this.tool === 'eraser' || this.empty ? 'pen' : 'eraser';
  }

  select(digit: number): void {
    this.chosen = digit;
  }

  private edit(change: () => void): void {
    change();
    this.edition += 1;
    this.inkChanged();
    this.penLifted();
  }

  private forget(): void {
    this.page += 1;
    this.reading = null;
    this.problem = '';
    this.chosen = 0;
    this.tool = 'pen';
  }

  private announce(): void {
    if (this.drawing.penDown) return;
    if (this.busy)
      this.penLifted(); // comes back when there is an answer
    else if (this.empty || this.digits.length > 0) this.announcement = announced(this.digits);
  }

  private async read({ ink, page, turn }: Job): Promise<void> {
    try {
      const reading = await this.readOrRestart(ink);
      if (page === this.page) this.reading = reading;
      this.problem = '';
    } catch {
      this.problem = messages.read.broken;
      await this.model.restore();
    }
    if (turn === this.turn) this.waiting = false;
  }

  /** A worker that broke meanwhile is given the model again, and a second chance. */
  private async readOrRestart(ink: Ink): Promise<Reading> {
    try {
      return await this.engine.call('read', ink);
    } catch {
      await this.model.restore();
      return this.engine.call('read', ink);
    }
  }
}
