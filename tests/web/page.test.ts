import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inlineSourcesOf } from '#web/../firstPaint';
import { headersFile } from '#web/../headers';

const tokens = readFileSync(new URL('../../web/src/styles/tokens.css', import.meta.url), 'utf8');

/** Returns the light and the dark value of a colour token. */
function colours(name: string): [string, string] {
  const found = tokens.match(new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`));
  if (!found?.[1] || !found[2]) throw new Error(`no colour ${name}`);
  return [found[1], found[2]];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  test.each(['ink', 'muted', 'accent', 'training', 'validation'])(
    'text in %s has enough contrast on paper and sheet, in light and dark',
    (text) => {
      for (const ground of ['paper', 'sheet']) {
        for (const mode of [0, 1] as const) {
          const ratio = contrast(colours(text)[mode], colours(ground)[mode]);
          expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  test('borders of controls have enough contrast', () => {
    for (const mode of [0, 1] as const) {
      expect(contrast(colours('edge')[mode], colours('sheet')[mode])).toBeGreaterThanOrEqual(3);
    }
  });

  test('text on the accent colour has enough contrast', () => {
    for (const mode of [0, 1] as const) {
      const ratio = contrast(colours('on-accent')[mode], colours('accent')[mode]);
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('static hosts get the same CSP as the preview server', () => {
  const file = headersFile({ scripts: ["'sha256-abc'"], styles: [] });
  expect(file).toMatch(/^\/\*\n/);
  expect(file).toContain("default-src 'none'");
  expect(file).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc';");
  expect(file).toContain("require-trusted-types-for 'script'");
  expect(file).toContain('Cross-Origin-Embedder-Policy: require-corp');
});

test('the inline scripts and styles of a page are allowed by their hashes', () => {
  const html = '<style>a{}</style><script>\n</script><script src="x.js"></script>';
  expect(inlineSourcesOf(html)).toEqual({
    scripts: ["'sha256-AbpHGcgLb+kRsJGnwFEktk7uzpZOCcBY74+YBdrKVGs='"],
    styles: ["'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"],
  });
});
