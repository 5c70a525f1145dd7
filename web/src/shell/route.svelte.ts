export const views = ['read', 'train', 'sheets', 'about'] as const;
export type ViewName = (typeof views)[number];

/** Returns the view named in the address; reading by default. Parameters follow "?". */
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
