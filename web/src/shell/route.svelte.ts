export const views = ['read', 'train', 'sheets', 'about'] as const;
export type ViewName = (typeof views)[number];

/** The view that an address names, by default reading. Parameters for the view follow "?". */
export function viewOf(hash: string): ViewName {
  const [name] = hash.split('?');
  return views.find((view) => `#${view}` === name) ?? 'read';
}

class Route {
  view = $state<ViewName>(viewOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.view = viewOf(location.hash);
    });
  }
}

export const route = new Route();
