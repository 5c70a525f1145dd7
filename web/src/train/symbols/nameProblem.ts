import { messages } from '../../messages';
import { maxCharacters, maxSymbols, type NameFault } from './userSymbol';

/** Returns the error message for a name; empty if it is valid. */
export function nameProblem(fault: NameFault | null): string {
  const { noName, longName, takenName, tooMany } = messages.symbols;
  if (fault === null) return '';
  if (fault === 'empty') return noName;
  if (fault === 'taken') return takenName;
  return fault === 'long' ? longName({ limit: maxCharacters }) : tooMany({ limit: maxSymbols });
}
