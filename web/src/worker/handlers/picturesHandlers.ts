import type { Handlers } from '../../protocol/calls';
import { EngineFailure, refuseUnlessEmpty } from '../../protocol/failure';
import type { PicturesEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { linesHandlers } from './lines';
import { stepsHandlers } from './steps';

function noFormsYet(): never {
  throw new EngineFailure('refused', 'Forms come with the next engine.');
}

/**
 * Handles all calls of the engine that reads pictures. The model comes with each picture: loading it is fast by
 * comparison, and a replacement worker needs no restoring.
 */
export function picturesHandlers(engine: PicturesEngine): Handlers<'pictures'> {
  return {
    read_picture: ({ model, classes, picture: { grey, width, height } }) =>
      withHandle(new engine.PictureReader(), (reader) => {
        refuseUnlessEmpty(reader.load(model));
        return { ...reader.read_picture(grey, width, height), classes };
      }),
    ...stepsHandlers(engine),
    ...linesHandlers(engine),
    make_form: noFormsYet,
    anchor_form: noFormsYet,
  };
}
