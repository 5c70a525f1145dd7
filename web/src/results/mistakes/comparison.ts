import type { SampleScores } from '../../protocol/types';
import { isRight, places } from './rows';

/** Two models on the same rows: places in the scores of both. */
export interface Comparison {
  bothRight: number[];
  onlyFirst: number[];
  onlySecond: number[];
  bothWrong: number[];
}

export function compared(first: SampleScores, second: SampleScores): Comparison {
  const found: Comparison = { bothRight: [], onlyFirst: [], onlySecond: [], bothWrong: [] };
  for (const place of places(first)) {
    const [one, other] = [isRight(first, place), isRight(second, place)];
    const kind = one ? (other ? 'bothRight' : 'onlyFirst') : other ? 'onlySecond' : 'bothWrong';
    found[kind].push(place);
  }
  return found;
}

/**
 * How likely models of equal worth differ as far as this or further: McNemar's exact test, which
 * looks only at the images that one of them alone reads right.
 */
export function chanceOfDifference({ onlyFirst, onlySecond }: Comparison): number {
  const fewer = Math.min(onlyFirst.length, onlySecond.length);
  const tosses = onlyFirst.length + onlySecond.length;
  // Of so many tosses of a coin, so few heads or fewer, and the same of tails.
  let logChoose = 0;
  let sum = 0;
  for (let heads = 0; heads <= fewer; heads++) {
    if (heads > 0) logChoose += Math.log((tosses - heads + 1) / heads);
    sum += Math.exp(logChoose - tosses * Math.LN2);
  }
  return Math.min(1, 2 * sum);
}
