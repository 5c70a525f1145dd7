import type { EngineClient } from '../engine/client';
import { Drawing, type Tool } from '../ink/drawing';
import { messages } from '../messages';
import type { ModelInUse } from '../model/model.svelte';
import type { Picture } from '../pictures/picture';
import type { Ink, PictureRequest } from '../protocol/calls';
import type { Kind } from '../shared/classes';
import {
  boxesOf,
  type DigitReading,
  digitsOf,
  type MarkReading,
  marksOf,
  type Reading,
} from '../shared/digitReadings';
import { newestOnly } from '../shared/newest';
import { announcementOf } from './announcement';

const settleMs = 500;

interface Job {
  source: Ink | PictureRequest;
  page: number;
  turn: number;
}

const announcing =
  (digits: readonly DigitReading[], kind: Kind, marks: readonly MarkReading[]) => () =>
    announcementOf(digits, kind, marks);

/** What is on the pad, or the picture in its place, and what was read from it. */
export class ReadSession {
  readonly drawing = new Drawing();
  /** Is read in place of the drawing, which stays as it is. */
  picture = $state.raw<Picture | null>(null);
  reading = $state.raw<Reading | null>(null);
  private chosen = $state(0);
  readonly digits = $derived(digitsOf(this.reading));
  readonly boxes = $derived(boxesOf(this.reading));
  readonly marks = $derived(marksOf(this.reading));
  /** Which of the digits is looked at. */
  readonly selected = $derived(Math.max(0, Math.min(this.chosen, this.digits.length - 1)));
  boxesShown = $state(false);
  tool = $state<Tool>('pen');
  strokes = $state(0); // on the pad
  canUndo = $state(false);
  canRedo = $state(false);
  /** Another number whenever something else than the pen changed the drawing. */
  revision = $state(0);
  private broken = $state<'read' | 'picture' | null>(null); // what the engine stopped over
  private waiting = $state(false);
  private announcementText = $state.raw<() => string>(() => '');
  private page = 0; // a new one whenever it is empty: answers to an old one are not shown
  private turn = 0;
  private settling = 0;
  private readonly request = newestOnly<Job>((job) => this.read(job));

  constructor(
    private readonly strokesEngine: EngineClient<'reading'>,
    private readonly picturesEngine: EngineClient<'pictures'>,
    private readonly model: ModelInUse,
  ) {
    model.changed = () => this.readAgain();
  }

  get problem(): string {
    return this.broken ? messages[this.broken].broken : '';
  }

  /** For screen readers: said when the pen has rested, not at every point. */
  get announcement(): string {
    return this.announcementText();
  }

  /** Tells screen readers, and says the same in another language once that is chosen. */
  say(sentence: () => string): void {
    this.announcementText = sentence;
  }

  get empty(): boolean {
    return !this.picture && this.strokes === 0;
  }

  /** Nothing stands out from the paper of the picture. */
  get blank(): boolean {
    return this.picture !== null && this.reading?.is_digit.length === 0;
  }

  /** What is there has not been answered yet, but will be. */
  get busy(): boolean {
    return this.waiting || (!this.empty && this.model.state === 'loading');
  }

  /** What was read is what is there, to the last point. */
  get settled(): boolean {
    return !this.busy && !this.drawing.penDown && !this.broken && this.reading !== null;
  }

  inkChanged(): void {
    this.strokes = this.drawing.all.length;
    this.canUndo = this.drawing.canUndo;
    this.canRedo = this.drawing.canRedo;
    if (!this.picture) this.readAgain();
  }

  show(picture: Picture): void {
    this.change(picture);
  }

  /** What was drawn before is there again. */
  putAway(): void {
    this.change(null);
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

  private change(picture: Picture | null): void {
    this.picture = picture;
    this.forget();
    this.readAgain();
    this.penLifted();
  }

  private readAgain(): void {
    const { bytes, classes, state } = this.model;
    this.waiting = !this.empty && state === 'ready';
    this.turn += 1;
    if (this.empty) this.forget();
    if (!this.waiting || !bytes) return;
    const picture = this.picture?.grey;
    const source = picture ? { model: bytes, classes, picture } : this.drawing.ink;
    this.request({ source, page: this.page, turn: this.turn });
  }

  /** A drawing that is not seen stays as it is. */
  private edit(change: () => void): void {
    if (this.picture) return;
    change();
    this.revision += 1;
    this.inkChanged();
    this.penLifted();
  }

  private forget(): void {
    this.page += 1;
    this.reading = null;
    this.broken = null;
    this.chosen = 0;
    this.tool = 'pen';
  }

  private announce(): void {
    if (this.drawing.penDown) return;
    if (this.busy)
      this.penLifted(); // comes back when there is an answer
    else if (this.blank) this.say(() => messages.picture.blank({ kind: this.model.kind }));
    else if (this.empty || this.digits.length > 0)
      this.say(announcing(this.digits, this.model.kind, this.marks));
  }

  private async read({ source, page, turn }: Job): Promise<void> {
    try {
      const reading = await this.readOrRestart(source);
      if (page === this.page) {
        this.reading = reading;
        this.broken = null;
      }
    } catch {
      if (page === this.page) this.broken = 'picture' in source ? 'picture' : 'read';
      await this.restoreFor(source);
    }
    if (turn === this.turn) this.waiting = false;
  }

  /** A worker that broke meanwhile gets a second chance. */
  private async readOrRestart(source: Job['source']): Promise<Reading> {
    try {
      return await this.ask(source);
    } catch {
      await this.restoreFor(source);
      return this.ask(source);
    }
  }

  /** The worker that reads strokes is given the model again; to the other it comes with each picture. */
  private async restoreFor(source: Job['source']): Promise<void> {
    if (!('picture' in source)) await this.model.restore();
  }

  private ask(source: Job['source']): Promise<Reading> {
    return 'picture' in source
      ? this.picturesEngine.call('read_picture', source)
      : this.strokesEngine.call('read', source);
  }
}
