// @ts-check
// Finds the parameters of a message in ICU MessageFormat.
import { parse } from '@messageformat/parser';

/** Number formats from `src/messages/format.ts` that a message may use, as in `{size, bytes}`. */
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
 * Derives the parameter's type from a select. With an empty `other`, only the named cases are allowed.
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
 * Returns the type of each parameter. A parameter may be shown, counted and selected by at the same time.
 * @param {string} message
 * @param {string} language determines the plural forms
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
