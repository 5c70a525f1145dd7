import type { Handlers } from '../../protocol/calls';
import type { SheetsEngine } from '../../protocol/types';
import { formHandlers } from './forms';
import { linesHandlers } from './readLines';

/** Everything that the engine for sheets answers. The model comes with each file, as with each picture. */
export const sheetsHandlers = (engine: SheetsEngine): Handlers<'sheets'> => ({
  ...linesHandlers(engine),
  ...formHandlers(engine),
});
