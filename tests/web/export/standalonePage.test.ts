import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import ar from '#messages/ar.js';
import { fetchTemplate, standalonePage } from '#web/export/standalonePage';
import { useLanguage } from '#web/messages';
import { isTemplate, slots } from '#web/shared/pageTemplate';

const source = new URL('../../../web/src/standalone/template.html', import.meta.url);
const template = readFileSync(source, 'utf8');
const model = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
const summary = {
  ...{ title: 'Mine', architecture: 'dense 10', weights: 7850, accuracy: 0.9713 },
  classes: Array.from('0123456789'),
  ...{ data: 'digits of mine', protocol: 'a fifth held out' },
};

afterEach(() => {
  useLanguage('en', null);
  vi.unstubAllGlobals();
});

function contentOf(page: string, id: string): string {
  return page.match(new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`))?.[1] ?? '';
}

describe('a page with a model inside', () => {
  test('has all placeholders filled', () => {
    expect(isTemplate(template)).toBe(true);
    const page = standalonePage(template, model, summary);
    for (const slot of slots) expect(page).not.toContain(`%%${slot}%%`);
  });

  test('contains the model byte for byte, in base64', () => {
    const letters = contentOf(standalonePage(template, model, summary), 'weights');
    expect(Uint8Array.from(Buffer.from(letters, 'base64'))).toEqual(model);
    expect(letters.length).toBe(Math.ceil(model.length / 3) * 4);
  });

  test('describes the model, its accuracy and corrections', () => {
    const page = standalonePage(template, model, summary);
    expect(page).toContain('<title>Inkling: Mine</title>');
    expect(page).toContain('7,850\u00a0weights, 97.1% accuracy');
    expect(page).toContain('Training data: digits of mine');
    expect(page).toContain('How accuracy was measured: a fifth held out');
  });

  test('shows nothing that the model’s file doesn’t say', () => {
    const page = standalonePage(template, model, { ...summary, data: '', protocol: '' });
    expect(page).not.toMatch(/Training data|How accuracy was measured/);
  });

  test('escapes all text from the model', () => {
    const hostileText = `</title></script><script>"'&%%weights%%$&<!--`;
    const page = standalonePage(template, model, {
      ...summary,
      title: hostileText,
      data: hostileText,
    });
    const text =
      '&lt;/title&gt;&lt;/script&gt;&lt;script&gt;&quot;&#39;&amp;%%weights%%$&amp;&lt;!--';
    expect(page).toContain(`<title>Inkling: ${text}</title>`);
    expect(page).toContain(`Training data: ${text}</p>`);
    expect(page.split('<script').length).toBe(template.split('<script').length);
  });

  test('is in the language in which it was exported', () => {
    useLanguage('ar', ar);
    const page = standalonePage(template, model, summary);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(JSON.parse(contentOf(page, 'words')).none).toBe(ar.read.none({ kind: 'digit' }));
  });
});

describe('the template', () => {
  test.each([
    ['a host that does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a missing file', async () => new Response(template, { status: 404 })],
    ['another page in its place', async () => new Response('<!doctype html><title>Hello</title>')],
  ])('is refused from %s, with a message', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    await expect(fetchTemplate()).rejects.toMatchObject({
      ...{ kind: 'page', message: 'templateUnreachable' },
    });
  });
});
