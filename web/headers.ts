// Response headers for every page and file. The dev server, the preview server, the `_headers` file for static
// hosts and the service worker all use this one definition.

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'style-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
};

// Vite's dev client adds <style> elements, opens a WebSocket and writes markup.
const { 'require-trusted-types-for': _, ...withoutTrustedTypes } = policy;
const developmentPolicy = {
  ...withoutTrustedTypes,
  'connect-src': ["'self'", 'ws:'],
  'style-src': ["'self'", "'unsafe-inline'"],
};

function written(directives: Record<string, string[]>): string {
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

export const headers = { 'Content-Security-Policy': written(policy), ...common };
export const developmentHeaders = {
  'Content-Security-Policy': written(developmentPolicy),
  ...common,
};

/** Returns the content of the `_headers` file that Netlify, Cloudflare Pages and others read. */
export function headersFile(): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
