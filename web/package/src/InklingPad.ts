import { UntilPenWrites } from '../../src/ink/fingers';
import { Writing } from '../../src/ink/writing';
import { type ClassNames, digitNames, kindOf } from '../../src/shared/classes';
import { englishOf } from './englishLabels.js';
import { FormField } from './FormField.js';
import { english, type PadLabels } from './labels.js';
import { announcementOf, type PadElements, padElementsIn, setLabels } from './padElements.js';
import type { PadReading } from './reading.js';
import { sharedReader } from './sharedReader.js';
import { upgradeProperties } from './upgradeProperties.js';
import { complaint, hint, namesIn, readValue, typedValue } from './value.js';

/**
 * A form field for digits, handwritten or typed. With other weights, it accepts other characters. Private members
 * use `#`, so they don't appear in the published types.
 */
export class InklingPad extends FormField {
  static readonly observedAttributes = ['value', 'required', 'digits', 'model', 'aria-label'];

  readonly #elements: PadElements;
  readonly #writing: Writing<PadReading>;
  #labels: Partial<PadLabels> = {};
  #words: PadLabels = english;
  #classes: ClassNames = digitNames; // empty until the classes of custom weights are known
  #current = '';
  #settled = ''; // value at the last 'change' event
  #read: PadReading | null = null;
  #state: 'idle' | 'reading' | 'typing' = 'idle'; // typing: reading is not available
  #touched = false; // changed by the user or a script, so the attribute no longer counts

  constructor() {
    super();
    this.#elements = padElementsIn(this.attachShadow({ mode: 'open', delegatesFocus: true }));
    const fingers = new UntilPenWrites(() => this.hasAttribute('fingers'));
    const events = {
      changed: () => this.#inkChanged(),
      read: (reading: PadReading | null, settled: boolean) => this.#inkRead(reading, settled),
      failed: () => this.#typeOnly(),
    };
    this.#writing = new Writing(this.#elements.canvas, events, fingers);
    this.internals.role = 'group';
    this.#listen();
  }

  /**
   * The value that the form submits. With custom weights, names longer than one letter are separated by spaces.
   */
  get value(): string {
    return this.#current;
  }

  set value(text: string) {
    this.#touched = true;
    this.#start(text);
  }

  /** The reading of the ink. Null if the value was typed or is empty. */
  get reading(): PadReading | null {
    return this.#read;
  }

  /** Translated labels. Any that are omitted stay in English. */
  get labels(): PadLabels {
    return this.#words;
  }

  set labels(labels: Partial<PadLabels>) {
    this.#labels = labels;
    this.#translate();
    this.#show();
  }

  /** The number of digits required; 0 for any number. */
  get digits(): number {
    return Math.max(0, Math.trunc(Number(this.getAttribute('digits'))) || 0);
  }

  set digits(digits: number) {
    this.setAttribute('digits', String(digits));
  }

  /** Clears the field. undo() restores the ink. */
  clear(): void {
    this.#touched = true;
    this.#writing.clear();
    this.#take('', null);
  }

  /** Undoes the last stroke. */
  undo(): void {
    if (!this.#writing.canUndo) return;
    this.#touched = true;
    this.#writing.undo();
  }

  connectedCallback(): void {
    upgradeProperties(this, ['value', 'labels', 'digits', 'name', 'required', 'disabled']);
    this.#writing.open(this.#reader());
    this.#show();
  }

  disconnectedCallback(): void {
    this.#writing.close();
  }

  attributeChangedCallback(name: string, _: string | null, now: string | null): void {
    if (name === 'value' && !this.#touched) this.#start(now ?? '');
    if (name === 'model' && this.isConnected) this.#writing.readWith(this.#reader());
    this.#show();
  }

  formAssociatedCallback(): void {
    this.#show();
  }

  formDisabledCallback(disabled: boolean): void {
    const { input, undo, clear } = this.#elements;
    for (const control of [input, undo, clear]) control.disabled = disabled;
  }

  formResetCallback(): void {
    this.#touched = false;
    this.#start(this.getAttribute('value') ?? '');
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  #reader() {
    const model = this.getAttribute('model');
    const reader = sharedReader(model);
    this.#know(model === null ? digitNames : reader.classes);
    const stillAsked = () => this.getAttribute('model') === model;
    reader.ready.then(
      () => {
        if (!stillAsked()) return;
        this.#know(reader.classes);
        this.#canRead();
      },
      () => stillAsked() && this.#typeOnly(),
    );
    return reader;
  }

  /** Stores the classes that the weights can tell apart. Only these can be written and typed. */
  #know(classes: ClassNames): void {
    this.#classes = classes;
    this.#elements.input.inputMode = kindOf(classes) === 'digit' ? 'numeric' : 'text';
    this.#translate();
    const value = typedValue(this.#current, classes);
    if (value !== this.#current) this.#take(value, null);
    else this.#show();
  }

  #translate(): void {
    const kind = this.#classes.length === 0 ? 'digit' : kindOf(this.#classes);
    this.#words = { ...englishOf(kind), ...this.#labels };
  }

  #listen(): void {
    const { input, undo, clear, canvas } = this.#elements;
    undo.addEventListener('click', () => this.undo());
    clear.addEventListener('click', () => this.#cleared());
    canvas.addEventListener('transitionend', () => this.#writing.repaint()); // redraws in the new colours
    input.addEventListener('input', (event) => this.#typed(event as InputEvent));
    input.addEventListener('compositionend', () => this.#typed());
    input.addEventListener('focus', () => this.#show()); // the label may have been added after the element
    input.addEventListener('change', () => this.#settle());
    input.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Enter' && !isComposing) this.#submit();
    });
  }

  #submit(): void {
    this.#settle();
    this.form?.requestSubmit();
  }

  /** A button that changes the value fires the same events as drawing or typing. */
  #cleared(): void {
    const before = this.#current;
    this.clear();
    if (this.#current !== before) this.#tellInput();
    this.#settle();
  }

  /** Stops the inner field's event. The pad fires its own, for both ink and keys. */
  #typed(event?: InputEvent): void {
    event?.stopPropagation();
    if (event?.isComposing) return;
    this.#touched = true;
    if (!this.#writing.empty) this.#writing.clear();
    this.#take(typedValue(this.#elements.input.value, this.#classes), null);
    this.#tellInput();
  }

  #inkChanged(): void {
    this.#touched = true;
    if (this.#state === 'idle' && !this.#read) this.#state = 'reading';
    this.#show();
  }

  #inkRead(reading: PadReading | null, settled: boolean): void {
    const before = this.#current;
    this.#take(reading ? readValue(reading) : '', reading);
    if (this.#current !== before) this.#tellInput();
    if (reading) this.dispatchEvent(new CustomEvent('inkling-reading', { detail: reading }));
    if (settled) this.#settle();
  }

  #tellInput(): void {
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  /** Announces the value, and fires 'change' if it is new. */
  #settle(): void {
    const [value, words] = [this.#current, this.#words];
    const names = namesIn(value, this.#classes) ?? [value];
    this.#elements.announcement.textContent = announcementOf(names, hint(this.#read, words), words);
    if (value === this.#settled) return;
    this.#settled = value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #canRead(): void {
    if (this.#state !== 'typing') return;
    this.#state = 'idle';
    this.#show();
  }

  #typeOnly(): void {
    this.#state = 'typing';
    this.#elements.announcement.textContent = this.#words.typeOnly;
    this.#show();
  }

  /** Starts over with this value and an empty sheet. */
  #start(text: string): void {
    this.#writing.renew();
    this.#take(typedValue(text, this.#classes), null);
    this.#settled = this.#current;
    this.#elements.announcement.textContent = '';
  }

  #take(value: string, reading: PadReading | null): void {
    this.#current = value;
    this.#read = reading;
    if (this.#state === 'reading') this.#state = 'idle';
    this.internals.setFormValue(value);
    this.#show();
  }

  #fieldName(): string {
    const labels = [...this.internals.labels].map(({ textContent }) => textContent?.trim());
    return this.getAttribute('aria-label') ?? labels.filter(Boolean).join(' ');
  }

  #show(): void {
    const [elements, words] = [this.#elements, this.#words];
    const name = this.#fieldName();
    setLabels(elements, words, name, this.#state === 'typing');
    this.internals.ariaLabel = name;
    const empty = this.#writing.empty && this.#current === '';
    elements.undo.setAttribute('aria-disabled', String(!this.#writing.canUndo));
    elements.clear.setAttribute('aria-disabled', String(empty));
    if (elements.input.value !== this.#current) elements.input.value = this.#current;
    elements.input.required = this.required;
    elements.frame.classList.toggle('typing', this.#state === 'typing');
    elements.note.textContent = this.#note();
    elements.hint.textContent = this.#state === 'reading' ? words.reading : hint(this.#read, words);
    this.#judge();
  }

  #note(): string {
    if (this.#state === 'typing') return this.#words.typeOnly;
    return this.#writing.empty ? this.#words.write : '';
  }

  #judge(): void {
    const { value, reading, required, digits } = this;
    const checked = { value, classes: this.#classes, reading, required, digits };
    const found = complaint(checked, this.#words);
    if (found) this.internals.setValidity(found.flags, found.message, this.#elements.input);
    else this.internals.setValidity({});
  }
}
