// Measures what it is told to: a module whose `rows(settings)` gives one row after the other.
self.onmessage = async ({ data: { module, settings } }) => {
  if (!module) return; // from a library to itself
  try {
    const { rows } = await import(module);
    for await (const row of rows(settings)) postMessage({ row });
    postMessage({ end: true });
  } catch (error) {
    postMessage({ failure: String(error?.message ?? error) });
  }
};
