/** A promise that the test resolves or rejects. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (failure: unknown) => void = () => {};
  const promise = new Promise<Value>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
