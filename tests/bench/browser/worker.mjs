// Measures the requested module, whose `rows(settings)` yields one row after another.
self.onmessage = async ({ data: { module, settings } }) => {
  if (!module) return; // a library's message to itself
  try {
    const { rows } = await import(module);
    for await (const row of rows(settings)) postMessage({ row });
    postMessage({ end: true });
  } catch (error) {
    postMessage({ failure: String(error?.message ?? error) });
  }
};
