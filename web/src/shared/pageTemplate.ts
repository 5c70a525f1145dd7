// The slots of the standalone page's template. Program and style are filled in by the build.

/** What is put in with a model. */
export const slots = [
  'language',
  'direction',
  'title',
  'name',
  'write',
  'pad',
  'undo',
  'clear',
  'starting',
  'noScript',
  'digits',
  'model',
  'facts',
  'data',
  'protocol',
  'alone',
  'weights',
  'words',
] as const;

export type Slot = (typeof slots)[number];

/** What the page's program says; the rest stands in the page. */
export interface Words {
  unsure: string;
  none: string;
  noSimd: string;
  broken: string;
  private: string;
}

/** Puts in what there is, once: what was put in is not looked at again. */
export function fillTemplate(template: string, contents: Partial<Record<string, string>>): string {
  return template.replace(/%%(\w+)%%/g, (slot, name) => contents[name] ?? slot);
}

/** Whether all slots are there, so that nothing is missing in a page made of it. */
export function isTemplate(text: string): boolean {
  return slots.every((slot) => text.includes(`%%${slot}%%`));
}
