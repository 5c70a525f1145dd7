import { type Correction, imageOf } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { messages } from '../../messages';
import type { DigitReading } from '../../shared/digitReadings';
import type { ReadSession } from '../session.svelte';
import { correctedText } from './correctedText';

/** The corrections of a drawing that one model read, by the digit's place and image. */
interface Marks {
  model: Uint8Array | null;
  emptied: number; // see ReadSession
  made: ReadonlyMap<string, Correction>;
}

const keyOf = (at: number, image: Pick<Correction, 'image'>): string => `${at}:${imageOf(image)}`;

/** Corrects the digits on the pad. A digit stays corrected until its ink or the model changes. */
export class Correcting {
  private marks = $state.raw<Marks>({ model: null, emptied: 0, made: new Map() });
  /** The corrections that apply, by digit index. */
  private readonly standing = $derived.by(() => {
    const found = this.session.digits.map((digit, at) => this.madeFor(digit, at));
    return new Map([...found.entries()].flatMap(([at, one]) => (one ? [[at, one] as const] : [])));
  });
  /** The corrected labels by digit index. */
  readonly labels = $derived(new Map([...this.standing].map(([at, { name }]) => [at, name])));
  /** The digits as text, with corrections. */
  readonly text = $derived.by(() => {
    const { reading, digits } = this.session;
    return correctedText(reading?.text ?? '', digits, this.labels);
  });

  constructor(
    private readonly session: ReadSession,
    private readonly corrections: Corrections,
  ) {}

  get offered(): boolean {
    return this.session.digits.length > 0;
  }

  /** Relabels the selected digit. False if there is none, or if the drawing has changed since it was read. */
  correct(name: string): boolean {
    const { session } = this;
    const digit = session.digits[session.selected];
    if (!this.offered || !digit || !session.settled) return false;
    const all = session.picture ? [] : session.drawing.all; // a picture has no strokes
    const strokes = digit.strokes.flatMap((at) => (all[at] ? [all[at].slice()] : []));
    const correction = { name, image: digit.image, strokes };
    this.mark(correction);
    void this.corrections.add([correction]);
    const collected = this.corrections.all.length;
    session.say(() => messages.correct.announced({ name, drawings: collected }));
    return true;
  }

  /** Removes the selected digit's correction; the model's reading applies again. */
  forget(): void {
    const correction = this.standing.get(this.session.selected);
    if (!correction) return;
    void this.corrections.remove([correction]);
    this.session.say(() => messages.correct.forgotten);
  }

  /** Whether the corrections are of the current drawing, as the current model reads it. */
  private get current(): boolean {
    const { model, emptied } = this.marks;
    return model === this.session.modelBytes && emptied === this.session.emptied;
  }

  private madeFor(digit: DigitReading, at: number): Correction | null {
    const one = this.current ? this.marks.made.get(keyOf(at, digit)) : undefined;
    return one && this.corrections.all.includes(one) ? one : null;
  }

  private mark(correction: Correction): void {
    const { modelBytes: model, emptied, selected } = this.session;
    const before = this.current ? this.marks.made : [];
    const made = new Map([...before, [keyOf(selected, correction), correction] as const]);
    this.marks = { model, emptied, made };
  }
}
