import type { Handlers } from '../../protocol/calls';
import { engineFailure } from '../../protocol/failure';
import type { MadeForm } from '../../protocol/forms';
import type { EngineForm, SheetsEngine } from '../../protocol/types';
import { codeEncoder } from '../forms/qrCode';
import { decodePicture } from '../import/pictureBytes';

/** What the engine made, or why it says no. */
function madeOf({ error, form, pages }: EngineForm): MadeForm {
  if (error !== '') throw engineFailure(error);
  return { form: JSON.parse(form), pages };
}

/** Makes forms. */
export function formHandlers(
  engine: SheetsEngine,
): Pick<Handlers<'sheets'>, 'make_form' | 'anchor_form'> {
  return {
    make_form: async (form) => madeOf(engine.make_form(JSON.stringify(form), await codeEncoder())),
    anchor_form: async ({ form, source }) => {
      const picture = await decodePicture(new Uint8Array(await source.arrayBuffer()));
      const { grey, width, height } = picture;
      return { form: madeOf(engine.anchor_form(JSON.stringify(form), grey, width, height)).form };
    },
  };
}
