/** What the template has under this name. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** A new one, as the template of this name has it. */
export function made(id: string): HTMLElement {
  const { content } = element<HTMLTemplateElement>(id);
  return (content.firstElementChild as Element).cloneNode(true) as HTMLElement;
}

/** What stands in another at this place. */
export function part(whole: HTMLElement, place: string): HTMLElement {
  return whole.querySelector(place) as HTMLElement;
}
