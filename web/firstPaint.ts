// Lets the browser paint the pad before any other file has loaded: index.html has its styles and its script inline, and
// what the page needs later doesn't block them.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import type { InlineSources } from './headers.ts';

const stylesheet = / *<link rel="stylesheet"[^>]*>\n/;

const hashesOf = (html: string, element: RegExp): string[] =>
  Array.from(html.matchAll(element), ([, text = '']) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return `'sha256-${hash}'`;
  });

/** Returns the CSP sources of a page's inline scripts and styles. */
export const inlineSourcesOf = (html: string): InlineSources => ({
  scripts: hashesOf(html, /<script>(.*?)<\/script>/gs),
  styles: hashesOf(html, /<style[^>]*>(.*?)<\/style>/gs),
});

/** Returns those of a file; none if there is no such file, as before the first build. */
export const inlineSourcesIn = (file: string): InlineSources =>
  inlineSourcesOf(existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Returns the text of index.html in a bundle. */
export function indexOf(bundle: Rolldown.OutputBundle): string {
  const { 'index.html': index } = bundle;
  if (index?.type !== 'asset') throw new Error('the bundle has no index.html');
  return String(index.source);
}

const isEntry = (file: Rolldown.OutputChunk | Rolldown.OutputAsset) =>
  file.type === 'chunk' && file.isEntry;

/** Links the modules that the first script imports later, with their dependencies. */
function preloads(bundle: Rolldown.OutputBundle, page: string): HtmlTagDescriptor[] {
  const chunk = Object.values(bundle).find(
    (file): file is Rolldown.OutputChunk => file.type === 'chunk' && file.facadeModuleId === page,
  );
  if (!chunk) throw new Error(`${page} has become part of another chunk`);
  const needed = chunk.imports.filter((name) => bundle[name] && !isEntry(bundle[name]));
  return [chunk.fileName, ...needed].map((name) => ({
    tag: 'link',
    attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
  }));
}

/** `script` is inlined in place of its element; `page` is the module that is preloaded after the first paint. */
export function firstPaint({ script, page }: { script: string; page: string }): Plugin[] {
  return [
    {
      name: 'inkling:first-script',
      transformIndexHtml: {
        order: 'pre',
        handler: (html) =>
          html.replace('<script src="/src/firstPaint.js"></script>', () => {
            const text = readFileSync(script, 'utf8');
            return `<script>\n${text}</script>`;
          }),
      },
    },
    {
      name: 'inkling:later-files',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle = {} }) {
          const [link] = html.match(stylesheet) ?? [];
          if (!link) throw new Error('index.html has no stylesheet');
          return {
            html: html.replace(link, '').replace('  </body>', () => `  ${link}  </body>`),
            tags: [
              {
                tag: 'template',
                attrs: { id: 'preloads' },
                children: preloads(bundle, page),
                injectTo: 'body',
              },
            ],
          };
        },
      },
    },
  ];
}
