/** Returns the template's element with this id. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** Clones the <template> with this id. */
export function made(id: string): HTMLElement {
  const { content } = element<HTMLTemplateElement>(id);
  return (content.firstElementChild as Element).cloneNode(true) as HTMLElement;
}

/** Returns the part of an element with this name. */
export function part(whole: HTMLElement, place: string): HTMLElement {
  return whole.querySelector(place) as HTMLElement;
}
