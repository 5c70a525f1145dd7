import { factsOf } from '../model/facts';
// Creates a page with an embedded model from the template that is published with Inkling.

import { messages } from '../messages';
import { language } from '../messages/language.svelte';
import { pageFailure } from '../protocol/failure';
import type { ModelSummary } from '../protocol/types';
import { type Kind, kindOf } from '../shared/classes';
import { fillTemplate, isTemplate, type Slot, type Words } from '../shared/pageTemplate';

const address = 'standalone.txt';

/** Fetches the template on demand. */
export async function fetchTemplate(): Promise<string> {
  const response = await fetch(address).catch(() => null);
  const text = response?.ok ? await response.text() : '';
  if (!isTemplate(text)) throw pageFailure('templateUnreachable');
  return text;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML content and attributes. A model's file may contain anything. */
const asText = (text: string) => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');

/** Writes JSON that can't close the surrounding <script>. */
const asJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

const chunk = 2 ** 15; // limit for the arguments of a call

function asBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    letters += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(letters);
}

function sentences(summary: ModelSummary) {
  const { title, data, protocol, classes } = summary;
  const kind = kindOf(classes);
  const { read, standalone } = messages;
  return {
    ...{ language: language.tag, direction: language.direction },
    ...{ title: `Inkling: ${title}`, name: title },
    ...{ write: read.write({ kind }), undo: read.undo, clear: read.clear },
    digits: read.bars({ kind }),
    ...{
      pad: standalone.pad({ kind }),
      starting: standalone.starting,
      noScript: standalone.noScript,
    },
    ...{ model: standalone.model, facts: factsOf(summary), alone: standalone.alone },
    data: data && standalone.data({ data }),
    protocol: protocol && standalone.protocol({ protocol }),
  } satisfies Partial<Record<Slot, string>>;
}

function programWords(kind: Kind): Words {
  const { read, standalone, failures } = messages;
  return {
    ...{ unsure: standalone.unsure, none: read.none({ kind }), private: read.private },
    ...{ noSimd: failures.noSimd, broken: standalone.broken },
  };
}

/** Returns the page's HTML, in the page's current language. */
export function standalonePage(template: string, model: Uint8Array, summary: ModelSummary): string {
  const texts = Object.entries(sentences(summary)).map(([slot, text]) => [slot, asText(text)]);
  return fillTemplate(template, {
    ...Object.fromEntries(texts),
    weights: asBase64(model),
    words: asJson(programWords(kindOf(summary.classes))),
  });
}
