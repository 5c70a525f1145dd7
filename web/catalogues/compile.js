// @ts-check
// Compiles a catalogue to JavaScript: each message becomes a string, or a function of named parameters. Also
// generates the TypeScript type of the messages. Only the parts of the library that the messages need are
// included.
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
 * Keeps a number and its noun on one line.
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
 * Turns functions without parameters into strings.
 * @param {string} code
 */
const withStrings = (code) => code.replaceAll(/^( *(?:"[^"]+"|\w+): )\(\) => (".*",?)$/gm, '$1$2');

/**
 * Compiles one language's module. Numbers are written with Latin digits.
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
