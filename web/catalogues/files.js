// @ts-check
// Lists the files generated from all catalogues, by name.
import { compiled, typeOf } from './compile.js';

/**
 * @typedef {import('./check.js').Catalogue} Catalogue
 * @typedef {[name: string, content: string]} File
 */

/** Sections needed only by views that are loaded later. They are loaded with those views. */
const laterSections = ['sheets', 'forms', 'symbols'];

/**
 * @param {Catalogue} catalogue
 * @param {boolean} later
 * @returns {Catalogue}
 */
const sections = (catalogue, later) =>
  Object.fromEntries(
    Object.entries(catalogue).filter(([name]) => laterSections.includes(name) === later),
  );

/**
 * @param {string} name
 * @param {Catalogue} english
 */
const types = (name, english) => `export interface ${name} ${typeOf(english)}
declare const messages: ${name};
export default messages;
`;

/**
 * @param {string} language
 * @param {Catalogue} catalogue
 * @returns {File[]}
 */
function languageFiles(language, { loadFailure: _, ...catalogue }) {
  const [words, later] = [sections(catalogue, false), sections(catalogue, true)];
  const english = language === 'en';
  const asEnglish = (/** @type {string} */ name) => `export { default } from './${name}.js';\n`;
  return [
    [`${language}.js`, compiled(language, words)],
    [`${language}.d.ts`, english ? types('Words', words) : asEnglish('en')],
    [`${language}.later.js`, compiled(language, later)],
    [`${language}.later.d.ts`, english ? types('LaterWords', later) : asEnglish('en.later')],
  ];
}

/**
 * Loads each translation, and the later sections. The rest of English is part of the page's own code.
 * @param {string[]} languages
 * @returns {File[]}
 */
function indexFiles(languages) {
  const translations = languages.filter((name) => name !== 'en');
  const load = (/** @type {string} */ file) => (/** @type {string} */ name) =>
    `  ${name}: async () => (await import('./${name}${file}.js')).default,\n`;
  const typed = (/** @type {string} */ type) => (/** @type {string} */ name) =>
    `  ${name}: () => Promise<${type}>;\n`;
  return [
    ['index.js', `export const translations = {\n${translations.map(load('')).join('')}};\n`],
    ['later.js', `export const later = {\n${languages.map(load('.later')).join('')}};\n`],
    [
      'index.d.ts',
      `import type { LaterWords } from './en.later.js';
import type { Words } from './en.js';
export type { LaterWords, Words };
export type Messages = Words & LaterWords;
export declare const translations: {\n${translations.map(typed('Words')).join('')}};
`,
    ],
    [
      'later.d.ts',
      `import type { LaterWords } from './en.later.js';
export declare const later: {\n${languages.map(typed('LaterWords')).join('')}};
`,
    ],
  ];
}

/**
 * Generates the message that appears if the page, with all its other messages, fails to load. It is small and
 * contains every language.
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
