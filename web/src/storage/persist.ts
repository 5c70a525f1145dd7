let asked = false;

/** Asks the browser, once something is saved, not to drop it for want of room. It may ask the person. */
export async function askToPersist(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const { storage } = navigator;
    if (!(await storage.persisted())) await storage.persist();
  } catch {
    // Where pages may not ask, what is saved lasts as long as there is room.
  }
}
