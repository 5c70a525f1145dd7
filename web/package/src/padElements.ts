import { filled, type PadLabels } from './labels.js';
import { styles } from './styles.js';

/** The elements in a pad's shadow root. */
export interface PadElements {
  frame: HTMLElement;
  sheet: HTMLElement;
  canvas: HTMLCanvasElement;
  note: HTMLElement;
  input: HTMLInputElement;
  hint: HTMLElement;
  undo: HTMLButtonElement;
  clear: HTMLButtonElement;
  announcement: HTMLElement;
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: Node[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const field = {
  type: 'text',
  autocomplete: 'off',
  dir: 'ltr', // digits run from left to right in every language
  part: 'value',
  'aria-describedby': 'hint',
};

/**
 * Keeps a touch on the sheet from focusing the field, which would open a phone's keyboard, and from counting as a
 * click on the label.
 */
function withoutFocus(sheet: HTMLElement): void {
  for (const type of ['mousedown', 'click']) {
    sheet.addEventListener(type, (event) => event.preventDefault());
  }
}

export function padElementsIn(root: ShadowRoot): PadElements {
  const canvas = made('canvas', { part: 'canvas' });
  const note = made('p', { class: 'note', part: 'note', 'aria-hidden': 'true' });
  const sheet = made('div', { class: 'sheet', part: 'sheet', role: 'img' }, note, canvas);
  const input = made('input', field);
  const undo = made('button', { type: 'button', part: 'button undo' });
  const clear = made('button', { type: 'button', part: 'button clear' });
  const bar = made('div', { class: 'bar', part: 'bar' }, input, undo, clear);
  const hint = made('p', { id: 'hint', class: 'hint', part: 'hint' });
  const frame = made('div', { class: 'frame', part: 'frame' }, sheet, bar, hint);
  const announcement = made('p', { class: 'unseen', 'aria-live': 'polite' });
  const look = new CSSStyleSheet();
  look.replaceSync(styles);
  root.adoptedStyleSheets = [look];
  root.append(frame, announcement);
  withoutFocus(sheet);
  return { frame, sheet, canvas, note, input, hint, undo, clear, announcement };
}

/** Sets the labels that don't change while the user writes. */
export function setLabels(
  elements: PadElements,
  labels: PadLabels,
  name: string,
  typing: boolean,
): void {
  elements.undo.textContent = labels.undo;
  elements.clear.textContent = labels.clear;
  elements.sheet.setAttribute('aria-label', typing ? labels.typeOnly : labels.pad);
  elements.input.placeholder = labels.type;
  elements.input.setAttribute('aria-label', name || labels.field);
}

/** Spells out a number digit by digit. */
export function announcementOf(names: readonly string[], hint: string, labels: PadLabels): string {
  const read = names.length > 0 ? filled(labels.announced, { value: names.join(' ') }) : '';
  return [read, hint].filter(Boolean).join('. ');
}
