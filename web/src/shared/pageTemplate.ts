// The placeholders of the standalone page's template. The build fills in program and style.

/** Filled in together with a model. */
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

/** The texts that the page's program needs. All others are in the page itself. */
export interface Words {
  unsure: string;
  none: string;
  noSimd: string;
  broken: string;
  private: string;
}

/** Replaces each placeholder once. Inserted text isn't searched again. */
export function fillTemplate(template: string, contents: Partial<Record<string, string>>): string {
  return template.replace(/%%(\w+)%%/g, (slot, name) => contents[name] ?? slot);
}

/** Whether the template has all placeholders, so that no page made from it is incomplete. */
export function isTemplate(text: string): boolean {
  return slots.every((slot) => text.includes(`%%${slot}%%`));
}
