// Forms to begin with, for work that people do.
import { messages } from '../messages';
import type { FormDraft, FormField } from '../protocol/forms';
import { dateOrderOf, paperOf } from './localDefaults';

export const startingPoints = ['marks', 'meters', 'questionnaire', 'stock'] as const;
export type StartingPoint = (typeof startingPoints)[number];

const usualRows: Record<StartingPoint, number> = {
  marks: 25,
  meters: 20,
  questionnaire: 25,
  stock: 25,
};

function fieldsOf(start: StartingPoint, tag: string): FormField[] {
  const { columns } = messages.forms;
  const order = dateOrderOf(tag);
  switch (start) {
    case 'marks':
      return [
        { name: columns.number, kind: 'digits', boxes: 2 },
        { name: columns.points, kind: 'digits', boxes: 3 },
      ];
    case 'meters':
      return [
        { name: columns.meter, kind: 'id', boxes: 6 },
        { name: columns.day, kind: 'date', boxes: 8, order },
        { name: columns.reading, kind: 'decimal', boxes: 6, decimals: 1 },
      ];
    case 'questionnaire':
      return [
        { name: columns.age, kind: 'digits', boxes: 2 },
        { name: columns.rating, kind: 'digits', boxes: 1, min: 1, max: 5 },
        { name: columns.again, kind: 'tick', boxes: 1 },
      ];
    case 'stock':
      return [
        { name: columns.item, kind: 'id', boxes: 5 },
        { name: columns.amount, kind: 'digits', boxes: 4 },
      ];
  }
}

/** As it is usual where the tag, such as `en-US`, is spoken. */
export function startingForm(start: StartingPoint, tag: string): FormDraft {
  return {
    name: messages.forms.starts[start].title,
    page: paperOf(tag),
    anchor: 'marks',
    rows: usualRows[start],
    fields: fieldsOf(start, tag),
  };
}
