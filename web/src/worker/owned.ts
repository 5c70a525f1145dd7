/** Holds at most one of the engine's objects, and frees the one it held before. */
export class Owned<Handle extends { delete(): void }> {
  private handle: Handle | null = null;

  get value(): Handle | null {
    return this.handle;
  }

  replace(next: Handle): Handle {
    this.handle?.delete();
    this.handle = next;
    return next;
  }
}

/** Runs `work` with an object of the engine and frees it, whatever happens. */
export async function withHandle<Handle extends { delete(): void }, Result>(
  handle: Handle,
  work: (handle: Handle) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work(handle);
  } finally {
    handle.delete();
  }
}
