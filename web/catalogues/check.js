// @ts-check
// Checks that all languages have the same messages and parameters.
import { parameters } from './parameters.js';

/**
 * @typedef {{ [key: string]: string | Catalogue }} Catalogue
 * @typedef {{ [path: string]: string }} Flat
 */

/**
 * @param {Catalogue} catalogue
 * @returns {Flat} each message by its path
 */
function flat(catalogue, path = '') {
  const entries = Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value]]
      : Object.entries(flat(value, `${path}${key}.`)),
  );
  return Object.fromEntries(entries);
}

/**
 * @param {string} message
 * @param {string} [language]
 */
function described(message, language) {
  const types = [...parameters(message, language)].map(([name, type]) => `{${name}}: ${type}`);
  return types.sort().join(', ') || 'nothing';
}

/**
 * Describes the problem with one message. Empty if there is none.
 * @param {string} language
 * @param {string} message
 * @param {string | undefined} english
 */
function problemOf(language, message, english) {
  if (english === undefined) return 'is not in en.json';
  try {
    const [given, wanted] = [described(message, language), described(english)];
    return given === wanted ? '' : `takes ${given}, but in en.json ${wanted}`;
  } catch (error) {
    return `is not readable: ${String(error).split('\n')[0]}`;
  }
}

/**
 * @param {string} language
 * @param {Flat} messages
 * @param {Flat} english
 */
function problemsOf(language, messages, english) {
  const missing = Object.keys(english).filter((path) => !(path in messages));
  const wrong = Object.entries(messages)
    .map(([path, message]) => [path, problemOf(language, message, english[path])])
    .filter(([, problem]) => problem);
  return [...missing.map((path) => `${path} is missing`), ...wrong.map((line) => line.join(' '))];
}

/**
 * @param {Map<string, Catalogue>} catalogues by language
 * @returns {string[]} one line per problem
 */
export function catalogueProblems(catalogues) {
  const english = flat(catalogues.get('en') ?? {});
  return [...catalogues].flatMap(([language, catalogue]) =>
    problemsOf(language, flat(catalogue), english).map((line) => `${language}.json: ${line}`),
  );
}
