// Templates for new forms.
import { messages } from '../messages';
import type { FormDraft, FormField } from '../protocol/forms';
import { dateOrderOf, paperOf } from './localDefaults';

export const formTemplates = ['marks', 'meters', 'questionnaire', 'stock'] as const;
export type FormTemplate = (typeof formTemplates)[number];

const defaultRows: Record<FormTemplate, number> = {
  marks: 25,
  meters: 20,
  questionnaire: 25,
  stock: 25,
};

function fieldsOf(template: FormTemplate, tag: string): FormField[] {
  const { columns } = messages.forms;
  const order = dateOrderOf(tag);
  switch (template) {
    case 'marks':
      return [{ name: columns.points, kind: 'digits', boxes: 3 }];
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

/** A new form with the paper and date order that are usual in the locale `tag`, such as `en-US`. */
export function formFromTemplate(template: FormTemplate, tag: string): FormDraft {
  return {
    name: messages.forms.starts[template].title,
    page: paperOf(tag),
    anchor: 'marks',
    rows: defaultRows[template],
    fields: fieldsOf(template, tag),
  };
}
