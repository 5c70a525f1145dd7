// Queries on the scores of rows. They return indices, never copies.
import { messages } from '../../messages';
import { percent } from '../../messages/format';
import type { SampleScores } from '../../protocol/types';
import type { ClassNames } from '../../shared/classes';

export const places = (scores: SampleScores): number[] =>
  Array.from({ length: scores.rows.length }, (_, place) => place);

const at = (values: ArrayLike<number>, place: number) => values[place] ?? 0;

export const isRight = (scores: SampleScores, place: number): boolean =>
  scores.labels[place] === scores.predicted[place];

/** Returns the indices of images of `truth` read as `predicted`, most confident first. */
export function ofCell(scores: SampleScores, truth: number, predicted: number): number[] {
  return places(scores)
    .filter((place) => scores.labels[place] === truth && scores.predicted[place] === predicted)
    .sort((one, other) => at(scores.confidence, other) - at(scores.confidence, one));
}

/** Returns the mistakes with the highest loss. */
export function worstMistakes(scores: SampleScores, count: number): number[] {
  return places(scores)
    .filter((place) => !isRight(scores, place))
    .sort((one, other) => at(scores.losses, other) - at(scores.losses, one))
    .slice(0, count);
}

/** The details of one row, for display. */
export interface Seen {
  row: number;
  label: number;
  predicted: number;
  confidence: number;
}

export function seenAt(scores: SampleScores, place: number): Seen {
  return {
    row: at(scores.rows, place),
    label: at(scores.labels, place),
    predicted: at(scores.predicted, place),
    confidence: at(scores.confidence, place),
  };
}

const namesIn = ({ label, predicted }: Seen, classes: ClassNames) => ({
  truth: classes[label] ?? '',
  predicted: classes[predicted] ?? '',
});

/** Returns the caption of an image: its label and the prediction. */
export const captionOf = (seen: Seen, classes: ClassNames): string =>
  messages.mistakes.brief({ ...namesIn(seen, classes), sure: percent(seen.confidence) });

/** Returns the same as a sentence. */
export const descriptionOf = (seen: Seen, classes: ClassNames): string =>
  messages.mistakes.seen({ ...namesIn(seen, classes), sure: seen.confidence });
