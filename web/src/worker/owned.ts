/** Holds at most one engine object, and frees the previous one. */
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

/** Runs `work` with an engine object, and always frees it. */
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
