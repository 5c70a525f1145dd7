// Browsers don't support `@custom-media` yet, and stylesheets can't see each other's variables in media queries.
// So breakpoints are named once, in styles/tokens.css, and `@media (--phone)` is replaced in every stylesheet.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CSSOptions } from 'vite';

type PostcssConfig = Exclude<CSSOptions['postcss'], string | undefined>;
type PostcssPlugin = NonNullable<PostcssConfig['plugins']>[number];

const tokens = fileURLToPath(new URL('src/styles/tokens.css', import.meta.url));

export function customMedia(): PostcssPlugin {
  const defined = readFileSync(tokens, 'utf8').matchAll(/@custom-media\s+(--[\w-]+)\s+([^;]+);/g);
  const queries = new Map(Array.from(defined, ([, name = '', query = '']) => [name, query]));
  return {
    postcssPlugin: 'inkling:custom-media',
    AtRule: {
      'custom-media': (rule) => {
        rule.remove();
      },
      media: (rule) => {
        rule.params = rule.params.replace(/\((--[\w-]+)\)/g, (_, name: string) => {
          const query = queries.get(name);
          if (!query) throw rule.error(`styles/tokens.css has no @custom-media ${name}`);
          return query;
        });
      },
    },
  };
}
