// @ts-check
// The files that are made of all catalogues, by their names.
import { compiled, typeOf } from './compile.js';

/**
 * @typedef {import('./check.js').Catalogue} Catalogue
 * @typedef {[name: string, content: string]} File
 */

/** @param {Catalogue} english */
const types = (english) => `export interface Messages ${typeOf(english)}
declare const messages: Messages;
export default messages;
`;

/**
 * @param {string} language
 * @param {Catalogue} catalogue
 * @returns {File[]}
 */
function languageFiles(language, { loadFailure: _, ...catalogue }) {
  return [
    [`${language}.js`, compiled(language, catalogue)],
    [
      `${language}.d.ts`,
      language === 'en' ? types(catalogue) : `export { default } from './en.js';\n`,
    ],
  ];
}

/**
 * How to get each translation. English is a part of the page.
 * @param {string[]} languages
 * @returns {File[]}
 */
function indexFiles(languages) {
  const translations = languages.filter((name) => name !== 'en');
  const loads = translations.map(
    (name) => `  ${name}: async () => (await import('./${name}.js')).default,\n`,
  );
  const typed = translations.map((name) => `  ${name}: () => Promise<Messages>;\n`);
  return [
    ['index.js', `export const translations = {\n${loads.join('')}};\n`],
    [
      'index.d.ts',
      `import type { Messages } from './en.js';
export type { Messages };
export declare const translations: {\n${typed.join('')}};
`,
    ],
  ];
}

/**
 * What is said where the page, with all its messages, can't be loaded: small, and in every language.
 * @param {Map<string, Catalogue>} catalogues
 * @returns {File[]}
 */
function loadFailureFiles(catalogues) {
  const all = [...catalogues].map(([language, { loadFailure }]) => [language, loadFailure]);
  const sentences = Object.fromEntries(all);
  return [
    ['loadFailure.js', `export const loadFailure = ${JSON.stringify(sentences)};\n`],
    ['loadFailure.d.ts', `export declare const loadFailure: ${typeOf(sentences)};\n`],
  ];
}

/**
 * @param {Map<string, Catalogue>} catalogues by language
 * @returns {File[]}
 */
export function messageFiles(catalogues) {
  return [
    ...[...catalogues].flatMap(([language, catalogue]) => languageFiles(language, catalogue)),
    ...indexFiles([...catalogues.keys()]),
    ...loadFailureFiles(catalogues),
  ];
}
