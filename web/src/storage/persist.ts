let asked = false;

/** Asks the browser, once something is saved, not to evict it when space runs low. It may prompt the user. */
export async function askToPersist(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const { storage } = navigator;
    if (!(await storage.persisted())) await storage.persist();
  } catch {
    // The page may not ask: saved data may be evicted.
  }
}
