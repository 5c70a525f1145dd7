import { afterEach, describe, expect, test, vi } from 'vitest';
import { Camera } from '#web/pictures/camera.svelte';

describe('the camera', () => {
  const track = () => ({ stop: vi.fn(), onended: null as (() => void) | null });
  const streamOf = (...tracks: ReturnType<typeof track>[]) =>
    ({ getTracks: () => tracks }) as unknown as MediaStream;
  const downloadBlob = (getUserMedia: () => Promise<MediaStream>) =>
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  afterEach(() => vi.unstubAllGlobals());

  test('films until it is closed', async () => {
    const one = track();
    downloadBlob(async () => streamOf(one));
    const camera = new Camera();
    await camera.open();
    expect([camera.looking, camera.stream !== null]).toEqual([true, true]);
    camera.close();
    expect(one.stop).toHaveBeenCalled();
    expect([camera.looking, camera.stream]).toEqual([false, null]);
  });

  test('that comes when nobody looks any more is stopped at once', async () => {
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
  ])(
    'that fails with %s has its own sentence, and can be asked for again',
    async (name, message) => {
      downloadBlob(async () => {
        throw new DOMException('', name);
      });
      const camera = new Camera();
      await camera.open();
      expect([camera.looking, camera.failure?.message]).toEqual([true, message]);
      downloadBlob(async () => streamOf(track()));
      await camera.open();
      expect([camera.failure, camera.stream !== null]).toEqual([null, true]);
    },
  );

  test('is not handed to a page without HTTPS, which is said', async () => {
    vi.stubGlobal('navigator', {});
    const camera = new Camera();
    await camera.open();
    expect(camera.failure?.message).toBe('cameraInsecure');
  });

  test('that is unplugged is told of', async () => {
    const one = track();
    downloadBlob(async () => streamOf(one));
    const camera = new Camera();
    await camera.open();
    one.onended?.();
    expect([camera.stream, camera.failure?.message]).toEqual([null, 'cameraBusy']);
  });
});
