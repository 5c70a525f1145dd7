import { afterEach, describe, expect, test, vi } from 'vitest';
import { Camera } from '#web/pictures/camera.svelte';

describe('the camera', () => {
  const track = () => ({ stop: vi.fn(), onended: null as (() => void) | null });
  const streamOf = (...tracks: ReturnType<typeof track>[]) =>
    ({ getTracks: () => tracks }) as unknown as MediaStream;
  const downloadBlob = (getUserMedia: () => Promise<MediaStream>) =>
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  afterEach(() => vi.unstubAllGlobals());

  test('runs until closed', async () => {
    const one = track();
    downloadBlob(async () => streamOf(one));
    const camera = new Camera();
    await camera.open();
    expect([camera.looking, camera.stream !== null]).toEqual([true, true]);
    camera.close();
    expect(one.stop).toHaveBeenCalled();
    expect([camera.looking, camera.stream]).toEqual([false, null]);
  });

  test('stops at once if it starts after closing', async () => {
    const one = track();
    let come: (stream: MediaStream) => void = () => {};
    downloadBlob(() => new Promise((resolve) => (come = resolve)));
    const camera = new Camera();
    const opening = camera.open();
    camera.close();
    come(streamOf(one));
    await opening;
    expect(one.stop).toHaveBeenCalled();
    expect(camera.stream).toBe(null);
  });

  test.each([
    ['NotAllowedError', 'cameraDenied'],
    ['NotFoundError', 'cameraAbsent'],
    ['NotReadableError', 'cameraBusy'],
  ])('that fails with %s has its own message, and can be retried', async (name, message) => {
    downloadBlob(async () => {
      throw new DOMException('', name);
    });
    const camera = new Camera();
    await camera.open();
    expect([camera.looking, camera.failure?.message]).toEqual([true, message]);
    downloadBlob(async () => streamOf(track()));
    await camera.open();
    expect([camera.failure, camera.stream !== null]).toEqual([null, true]);
  });

  test('is refused on a page without HTTPS, with a message', async () => {
    vi.stubGlobal('navigator', {});
    const camera = new Camera();
    await camera.open();
    expect(camera.failure?.message).toBe('cameraInsecure');
  });

  test('reports being unplugged', async () => {
    const one = track();
    downloadBlob(async () => streamOf(one));
    const camera = new Camera();
    await camera.open();
    one.onended?.();
    expect([camera.stream, camera.failure?.message]).toEqual([null, 'cameraBusy']);
  });
});
