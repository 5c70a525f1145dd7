// @ts-check
// Checks the catalogues and writes the generated files to `build/messages`. Vite runs this through a plugin; `npm
// run check` runs it directly, before TypeScript sees the messages.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueProblems } from './check.js';
import { messageFiles } from './files.js';

const program = fileURLToPath(import.meta.url);
export const source = join(program, '../../src/messages/catalogues');
const target = join(program, '../../../build/messages');

/** @returns {Map<string, import('./check.js').Catalogue>} by language */
function readCatalogues() {
  const names = readdirSync(source).filter((name) => name.endsWith('.json'));
  return new Map(
    names.map((name) => [
      basename(name, '.json'),
      JSON.parse(readFileSync(join(source, name), 'utf8')),
    ]),
  );
}

/**
 * Skips files that are already up to date, so that a dev server doesn't reload them.
 * @param {string} path
 * @param {string} content
 */
function write(path, content) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  writeFileSync(path, content);
}

/** Throws an error that lists every message that is missing, unknown, unreadable or has the wrong parameters. */
export function writeMessages() {
  const catalogues = readCatalogues();
  const problems = catalogueProblems(catalogues);
  if (problems.length > 0) throw new Error(`The catalogues disagree:\n${problems.join('\n')}`);
  mkdirSync(target, { recursive: true });
  for (const [name, content] of messageFiles(catalogues)) write(join(target, name), content);
}

if (process.argv[1] === program) {
  try {
    writeMessages();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
