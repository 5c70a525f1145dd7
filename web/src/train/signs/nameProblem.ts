import { messages } from '../../messages';
import { maxCharacters, maxSigns, type NameFault } from './sign';

/** What is said of a name; empty where nothing is wrong with it. */
export function nameProblem(fault: NameFault | null): string {
  const { noName, longName, takenName, tooMany } = messages.signs;
  if (fault === null) return '';
  if (fault === 'empty') return noName;
  if (fault === 'taken') return takenName;
  return fault === 'long' ? longName({ limit: maxCharacters }) : tooMany({ limit: maxSigns });
}
