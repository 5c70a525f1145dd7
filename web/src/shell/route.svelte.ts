export const rooms = ['read', 'train', 'about'] as const;
export type Room = (typeof rooms)[number];

/** The room that an address names; reading is the first one. What it may ask of the room comes behind "?". */
export function roomOf(hash: string): Room {
  const [name] = hash.split('?');
  return rooms.find((room) => `#${room}` === name) ?? 'read';
}

class Route {
  room = $state<Room>(roomOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.room = roomOf(location.hash);
    });
  }
}

export const route = new Route();
