// @ts-check
// Makes JavaScript of a catalogue: a string for each message, or a function of named parameters, and
// the type that TypeScript knows them by. Of the library only what a message needs is in it.
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/lib/compile-module.js';
import { formats, parameters } from './parameters.js';

/** @typedef {import('./check.js').Catalogue} Catalogue */

const module = '#web/messages/format';
const customFormatters = Object.fromEntries(
  formats.map((id) => [
    id,
    { id, module, formatter: String, arg: /** @type {const} */ ('string') },
  ]),
);

/**
 * A number and its noun stay on one line.
 * @param {Catalogue} catalogue
 * @returns {Catalogue}
 */
function withoutBreaks(catalogue) {
  const entries = Object.entries(catalogue).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('# ', '#\u00a0') : withoutBreaks(value),
  ]);
  return Object.fromEntries(entries);
}

/**
 * What takes no parameters is a string, not a function.
 * @param {string} code
 */
const withStrings = (code) => code.replaceAll(/^( *(?:"[^"]+"|\w+): )\(\) => (".*",?)$/gm, '$1$2');

/**
 * The module of a language. Its digits are those that the page reads.
 * @param {string} language
 * @param {Catalogue} catalogue
 */
export function compiled(language, catalogue) {
  const format = new MessageFormat(`${language}-u-nu-latn`, { customFormatters });
  return withStrings(compileModule(format, withoutBreaks(catalogue)));
}

/** @param {string} message */
function messageType(message) {
  const values = [...parameters(message)].map(([name, type]) => `${name}: ${type}`);
  return values.length > 0 ? `(values: { ${values.join('; ')} }) => string` : 'string';
}

/**
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function typeOf(catalogue) {
  const members = Object.entries(catalogue).map(([key, value]) => {
    const type = typeof value === 'string' ? messageType(value) : typeOf(value);
    return `${JSON.stringify(key)}: ${type};`;
  });
  return `{\n${members.join('\n')}\n}`;
}
