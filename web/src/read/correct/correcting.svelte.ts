import type { Correction } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { messages } from '../../messages';
import type { Reading } from '../../shared/digitReadings';
import type { ReadSession } from '../session.svelte';
import { correctedText } from './correctedText';

/** The corrections of one reading, by digit index. */
interface Marks {
  reading: Reading | null;
  made: ReadonlyMap<number, Correction>;
}

/** Corrects the digits on the pad. Corrections last until the next reading. */
export class Correcting {
  private marks = $state.raw<Marks>({ reading: null, made: new Map() });
  /** The corrected labels by digit index. */
  readonly labels = $derived.by(() => {
    const { reading, made } = this.marks;
    if (reading !== this.session.reading) return new Map<number, string>();
    const standing = [...made].filter(([, one]) => this.corrections.all.includes(one));
    return new Map(standing.map(([at, { name }]) => [at, name]));
  });
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
    this.mark(session.selected, correction);
    void this.corrections.add([correction]);
    const collected = this.corrections.all.length;
    session.say(() => messages.correct.announced({ name, drawings: collected }));
    return true;
  }

  /** Removes the selected digit's correction; the model's reading applies again. */
  forget(): void {
    const correction = this.marks.made.get(this.session.selected);
    if (!correction || !this.labels.has(this.session.selected)) return;
    void this.corrections.remove([correction]);
    this.session.say(() => messages.correct.forgotten);
  }

  private mark(at: number, correction: Correction): void {
    const { reading } = this.session;
    const before = this.marks.reading === reading ? this.marks.made : [];
    this.marks = { reading, made: new Map([...before, [at, correction]]) };
  }
}
