import type { Correction } from '../../corrections/correction';
import type { Corrections } from '../../corrections/corrections.svelte';
import { messages } from '../../messages';
import type { Reading } from '../../shared/digitReadings';
import type { ReadSession } from '../session.svelte';
import { correctedText } from './correctedText';

/** What was said of the digits of one reading, by their places. */
interface Marks {
  reading: Reading | null;
  made: ReadonlyMap<number, Correction>;
}

/** Puts right what is on the pad; a correction stands until that is read anew. */
export class Correcting {
  private marks = $state.raw<Marks>({ reading: null, made: new Map() });
  /** What the digits were corrected to, by their places. */
  readonly labels = $derived.by(() => {
    const { reading, made } = this.marks;
    if (reading !== this.session.reading) return new Map<number, string>();
    const standing = [...made].filter(([, one]) => this.corrections.all.includes(one));
    return new Map(standing.map(([at, { name }]) => [at, name]));
  });
  /** The digits as text, corrected. */
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

  /** The selected digit is this one. False where there is none, or a newer drawing than the one read. */
  correct(name: string): boolean {
    const { session } = this;
    const digit = session.digits[session.selected];
    if (!this.offered || !digit || !session.settled) return false;
    const all = session.picture ? [] : session.drawing.all; // of a picture there are no strokes
    const strokes = digit.strokes.flatMap((at) => (all[at] ? [all[at].slice()] : []));
    const correction = { name, image: digit.image, strokes };
    this.mark(session.selected, correction);
    void this.corrections.add([correction]);
    const collected = this.corrections.all.length;
    session.say(() => messages.correct.announced({ name, drawings: collected }));
    return true;
  }

  /** The correction of the selected digit is taken back; it is what the model read. */
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
