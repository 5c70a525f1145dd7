// Shows the digits in large type, with their probabilities below.
import { roundedShare, withLatinDigits, withoutBreaks } from '../messages/numbers';
import type { Candidate, DigitReading } from '../shared/digitReadings';
import { words } from './contents';
import { element, made, part } from './elements';

const barsShown = 3;
const tag = document.documentElement.lang;
const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const shares = new Intl.NumberFormat(withLatinDigits(tag), { style: 'percent', ...digits });
const percent = (share: number) => withoutBreaks(shares.format(roundedShare(share)));

const doubts = { digit: '', unsure: words.unsure, none: words.none };

function bar({ name, probability }: Candidate): HTMLElement {
  const row = made('bar');
  part(row, 'b').textContent = name;
  part(row, '.bar').style.setProperty('--share', String(probability));
  part(row, '.share').textContent = percent(probability);
  return row;
}

function card({ verdict, candidates }: DigitReading): HTMLElement {
  const item = made('digit');
  item.className = verdict;
  part(item, 'p').textContent = doubts[verdict];
  const likeliest = [...candidates].sort((a, b) => b.probability - a.probability);
  part(item, 'ul').append(...likeliest.slice(0, barsShown).map(bar));
  return item;
}

function large({ verdict, best }: DigitReading): HTMLElement {
  const digit = document.createElement('span');
  digit.className = verdict;
  digit.textContent = best.name;
  return digit;
}

export function show(read: readonly DigitReading[]): void {
  element('answer').replaceChildren(...read.map(large));
  element('digits').replaceChildren(...read.map(card));
}

/** Announces the answer to screen readers when no pen is down. */
export function say(read: readonly DigitReading[]): void {
  const text = read.map(({ verdict, best }) => [best.name, doubts[verdict]].join(' ').trim());
  element('said').textContent = text.join(', ');
}
