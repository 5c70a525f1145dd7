import { type Correction, imageOf } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { messages } from '../../messages';
import type { DigitReading } from '../../shared/digitReadings';
import type { ReadSession } from '../session.svelte';
import { correctedText } from './correctedText';

/** The corrections of what one model read, by the digit's image. */
interface Marks {
  model: Uint8Array | null;
  made: ReadonlyMap<string, Correction>;
}

/** Corrects the digits on the pad. A digit stays corrected until its ink or the model changes. */
export class Correcting {
  private marks = $state.raw<Marks>({ model: null, made: new Map() });
  /** The corrections that apply, by digit index. */
  private readonly standing = $derived.by(() => {
    const found = this.session.digits.map((digit) => this.madeFor(digit));
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

  private madeFor(digit: DigitReading): Correction | null {
    const { model, made } = this.marks;
    const one = model === this.session.modelBytes ? made.get(imageOf(digit)) : undefined;
    return one && this.corrections.all.includes(one) ? one : null;
  }

  private mark(correction: Correction): void {
    const model = this.session.modelBytes;
    const before = this.marks.model === model ? this.marks.made : [];
    this.marks = { model, made: new Map([...before, [imageOf(correction), correction]]) };
  }
}
