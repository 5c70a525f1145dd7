// Response headers for every page and file. The dev server, the preview server, the `_headers` file for static
// hosts and the service worker all use this one definition.

/** The CSP sources of the scripts and styles in index.html itself. */
export interface InlineSources {
  scripts: readonly string[];
  styles: readonly string[];
}

const policyFor = ({ scripts, styles }: InlineSources) => ({
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'style-src': ["'self'", ...styles],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
});

// Vite's dev client adds <style> elements, opens a WebSocket and writes markup.
const inline = ["'unsafe-inline'"];
const { 'require-trusted-types-for': _, ...withoutTrustedTypes } = policyFor({
  scripts: inline,
  styles: inline,
});
const developmentPolicy = { ...withoutTrustedTypes, 'connect-src': ["'self'", 'ws:'] };

function written(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

const common = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
};

export const headersFor = (inline: InlineSources) => ({
  'Content-Security-Policy': written(policyFor(inline)),
  ...common,
});
export const developmentHeaders = {
  'Content-Security-Policy': written(developmentPolicy),
  ...common,
};

/** Returns the content of the `_headers` file that Netlify, Cloudflare Pages and others read. */
export function headersFile(inline: InlineSources): string {
  const lines = Object.entries(headersFor(inline)).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
