// @ts-check
// What a message of a catalogue is given, by the ICU MessageFormat in which it is written.
import { parse } from '@messageformat/parser';

/** The number formats of `src/messages/format.ts` that a message may name, as in `{size, bytes}`. */
export const formats = [
  'bytes',
  'compact',
  'decimal',
  'duration',
  'likelihood',
  'percent',
  'speed',
];

/**
 * @typedef {import('@messageformat/parser').Token} Token
 * @typedef {import('@messageformat/parser').Select} Select
 * @typedef {[name: string, type: string]} Parameter with its type in TypeScript
 */

const anyText = 'string | number';

/**
 * A select that says nothing of other cases is for those alone that it names.
 * @param {Select} select
 */
function caseType({ cases }) {
  const others = cases.find(({ key }) => key === 'other')?.tokens.length ?? 0;
  if (others > 0) return anyText;
  const named = cases.map(({ key }) => key).filter((key) => key !== 'other');
  return named.map((key) => JSON.stringify(key)).join(' | ');
}

/**
 * @param {Select} token
 * @returns {Parameter[]}
 */
function parametersOfCases(token) {
  const type = token.type === 'select' ? caseType(token) : 'number';
  return [[token.arg, type], ...token.cases.flatMap(({ tokens }) => tokens.flatMap(parametersOf))];
}

/**
 * @param {Token} token
 * @returns {Parameter[]}
 */
function parametersOf(token) {
  if (token.type === 'argument') return [[token.arg, anyText]];
  if (token.type === 'function') {
    const known = token.key === 'number' || formats.includes(token.key);
    if (!known) throw new Error(`there is no format “${token.key}”`);
    return [[token.arg, 'number']];
  }
  return 'cases' in token ? parametersOfCases(token) : [];
}

/**
 * The type of each parameter. One that is shown as it is can be counted or chosen by, too.
 * @param {string} message
 * @param {string} language which decides on the forms of a plural
 * @returns {Map<string, string>}
 */
export function parameters(message, language = 'en') {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  /** @type {Map<string, string>} */
  const types = new Map();
  const tokens = parse(message, { cardinal: pluralCategories });
  for (const [name, type] of tokens.flatMap(parametersOf)) {
    const known = types.get(name) ?? anyText;
    if (known !== anyText && type !== anyText && known !== type)
      throw new Error(`“${name}” is both ${known} and ${type}`);
    types.set(name, known === anyText ? type : known);
  }
  return types;
}
