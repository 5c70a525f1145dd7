import type { Handlers } from '../../protocol/calls';
import { throwIfError } from '../../protocol/failure';
import type { PicturesEngine } from '../../protocol/types';
import { withHandle } from '../owned';
import { stepsHandlers } from './pictureSteps';

/**
 * Handles all calls of the engine that reads a picture. The model comes with each picture: loading it is fast by
 * comparison, and a replacement worker needs no restoring.
 */
export function picturesHandlers(engine: PicturesEngine): Handlers<'pictures'> {
  return {
    read_picture: ({ model, classes, picture: { grey, width, height } }) =>
      withHandle(new engine.PictureReader(), (reader) => {
        throwIfError(reader.load(model));
        return { ...reader.read_picture(grey, width, height), classes };
      }),
    ...stepsHandlers(engine),
  };
}
