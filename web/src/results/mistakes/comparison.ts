import type { SampleScores } from '../../protocol/types';
import { isRight, places } from './rows';

/** Two models on the same rows, as indices into the scores of both. */
export interface Comparison {
  bothRight: number[];
  onlyFirst: number[];
  onlySecond: number[];
  bothWrong: number[];
}

export function compare(first: SampleScores, second: SampleScores): Comparison {
  const found: Comparison = { bothRight: [], onlyFirst: [], onlySecond: [], bothWrong: [] };
  for (const place of places(first)) {
    const [one, other] = [isRight(first, place), isRight(second, place)];
    const kind = one ? (other ? 'bothRight' : 'onlyFirst') : other ? 'onlySecond' : 'bothWrong';
    found[kind].push(place);
  }
  return found;
}

/**
 * Returns the p-value of McNemar's exact test: the probability that equally good models differ at least this
 * much, judged by the images that only one of them reads correctly.
 */
export function chanceOfDifference({ onlyFirst, onlySecond }: Comparison): number {
  const fewer = Math.min(onlyFirst.length, onlySecond.length);
  const tosses = onlyFirst.length + onlySecond.length;
  // Sums the binomial tails of a fair coin, on both sides.
  let logChoose = 0;
  let sum = 0;
  for (let heads = 0; heads <= fewer; heads++) {
    if (heads > 0) logChoose += Math.log((tosses - heads + 1) / heads);
    sum += Math.exp(logChoose - tosses * Math.LN2);
  }
  return Math.min(1, 2 * sum);
}
