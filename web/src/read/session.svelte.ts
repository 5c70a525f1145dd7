import type { Ink } from '../engine/calls';
import type { EngineClient } from '../engine/client';
import type { Reading } from '../engine/types';
import { Drawing } from '../ink/drawing';
import { messages } from '../messages';
import { isDigit, leading } from './answer';
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
  empty = $state(true);
  problem = $state('');
  private waiting = $state(false);
  /** For screen readers: said when the pen has rested, not at every point. */
  announcement = $state('');
  private page = 0; // a new one at each clearing: answers to an old one are not shown
  private turn = 0;
  private settling = 0;
  private readonly request = newestOnly<Job>((job) => this.read(job));

  constructor(
    private readonly engine: EngineClient,
    private readonly model: ModelInUse,
  ) {
    model.changed = () => this.inkChanged();
  }

  /** The newest ink has not been answered yet, but will be. */
  get busy(): boolean {
    return this.waiting || (!this.empty && this.model.state === 'loading');
  }

  inkChanged(): void {
    this.empty = this.drawing.empty;
    this.waiting = !this.empty && this.model.state === 'ready';
    this.turn += 1;
    if (this.waiting) this.request({ ink: this.drawing.ink, page: this.page, turn: this.turn });
  }

  penLifted(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.announce(), settleMs) as unknown as number;
  }

  clear(): void {
    this.drawing.clear();
    this.page += 1;
    this.reading = null;
    this.problem = '';
    this.announcement = messages.read.cleared;
    this.inkChanged();
  }

  private announce(): void {
    if (this.drawing.penDown) return;
    if (this.busy) {
      this.penLifted(); // comes back when there is an answer
      return;
    }
    const best = leading(this.reading);
    if (!best) return;
    this.announcement = isDigit(this.reading)
      ? messages.read.announced(this.reading?.text ?? '', best.probability)
      : messages.read.announcedNoDigit(best.digit);
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
