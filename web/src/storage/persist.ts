let hasAsked = false;

/**
 * Asks the browser not to evict saved data when space runs low. Called after the first save, because it may
 * prompt the user.
 */
export async function askToPersist(): Promise<void> {
  if (hasAsked) return;
  hasAsked = true;
  try {
    const { storage } = navigator;
    if (!(await storage.persisted())) await storage.persist();
  } catch {
    // The page may not ask: saved data may be evicted.
  }
}
