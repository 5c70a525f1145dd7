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

/** The drawing or picture on the pad, and its reading. */
export class ReadSession {
  readonly drawing = new Drawing();
  /** Replaces the drawing, which is kept. */
  picture = $state.raw<Picture | null>(null);
  reading = $state.raw<Reading | null>(null);
  private chosen = $state(0);
  readonly digits = $derived(digitsOf(this.reading));
  readonly boxes = $derived(boxesOf(this.reading));
  readonly marks = $derived(marksOf(this.reading));
  /** The index of the selected digit. */
  readonly selected = $derived(Math.max(0, Math.min(this.chosen, this.digits.length - 1)));
  boxesShown = $state(false);
  tool = $state<Tool>('pen');
  strokes = $state(0); // on the pad
  canUndo = $state(false);
  canRedo = $state(false);
  /** Changes whenever the drawing changes other than by the pen. */
  revision = $state(0);
  /** Grows while the pad is empty, which ends what was said of its drawing. */
  emptied = $state(0);
  private broken = $state<'read' | 'picture' | null>(null); // what was being read when the engine crashed
  private waiting = $state(false);
  private announcementText = $state.raw<() => string>(() => '');
  private page = 0; // counts emptied pads; answers for earlier ones are ignored
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

  /** The text for screen readers, updated when the pen rests, not at every point. */
  get announcement(): string {
    return this.announcementText();
  }

  /** Announces a sentence. It is translated if the language changes. */
  say(sentence: () => string): void {
    this.announcementText = sentence;
  }

  get empty(): boolean {
    return !this.picture && this.strokes === 0;
  }

  /** The file of the model that reads. */
  get modelBytes(): Uint8Array | null {
    return this.model.bytes;
  }

  /** True if no writing was found in the picture. */
  get blank(): boolean {
    return this.picture !== null && this.reading?.is_digit.length === 0;
  }

  /** True while the current content is still being read. */
  get busy(): boolean {
    return this.waiting || (!this.empty && this.model.state === 'loading');
  }

  /** True if the reading covers the current content completely. */
  get settled(): boolean {
    return !this.busy && !this.drawing.penDown && !this.broken && this.reading !== null;
  }

  inkChanged(): void {
    this.strokes = this.drawing.all.length;
    this.canUndo = this.drawing.canUndo;
    this.canRedo = this.drawing.canRedo;
    if (!this.picture) this.readAgain();
  }

  /** Starts the engine that reads pictures while one is being opened. */
  expectPicture(): void {
    this.picturesEngine.begin();
  }

  show(picture: Picture): void {
    this.change(picture);
  }

  /** Removes the picture; the drawing appears again. */
  closePicture(): void {
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

  /** Clears the drawing. Can be undone. */
  clear(): void {
    this.edit(() => this.drawing.clear());
  }

  /** Switches between pen and eraser. An empty pad has no eraser. */
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
    if (this.empty) {
      this.forget();
      this.emptied += 1;
    }
    if (!this.waiting || !bytes) return;
    const picture = this.picture?.grey;
    const source = picture ? { model: bytes, classes, picture } : this.drawing.ink;
    this.request({ source, page: this.page, turn: this.turn });
  }

  /** Edits the drawing, unless a picture hides it. */
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
      this.penLifted(); // the announcement returns with the answer
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

  /** If the worker crashed meanwhile, restarts it and tries once more. */
  private async readOrRestart(source: Job['source']): Promise<Reading> {
    try {
      return await this.ask(source);
    } catch {
      await this.restoreFor(source);
      return this.ask(source);
    }
  }

  /** Sends the model again to the worker that reads strokes. The other one gets it with each picture. */
  private async restoreFor(source: Job['source']): Promise<void> {
    if (!('picture' in source)) await this.model.restore();
  }

  private ask(source: Job['source']): Promise<Reading> {
    return 'picture' in source
      ? this.picturesEngine.call('read_picture', source)
      : this.strokesEngine.call('read', source);
  }
}
