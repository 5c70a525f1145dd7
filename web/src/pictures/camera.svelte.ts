import { EngineFailure, type FailureName, pageFailure } from '../protocol/failure';

/** Maps the browser's error names to failures. */
const failures: Record<string, FailureName> = {
  NotAllowedError: 'cameraDenied',
  SecurityError: 'cameraDenied',
  NotFoundError: 'cameraAbsent',
  OverconstrainedError: 'cameraAbsent',
};

function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  return pageFailure(failures[(error as Error).name] ?? 'cameraBusy');
}

/** Requests the rear camera, if there are several. */
function ask(): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) throw pageFailure('cameraInsecure');
  return devices.getUserMedia({
    video: {
      facingMode: { ideal: 'environment' },
      width: { ideal: 1920 },
      height: { ideal: 1440 },
    },
  });
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The camera. It runs only while its picture is shown. */
export class Camera {
  looking = $state(false);
  stream = $state.raw<MediaStream | null>(null);
  failure = $state.raw<EngineFailure | null>(null);
  private turn = 0;

  /** Requests access to the camera. Can be called again after a failure. */
  async open(): Promise<void> {
    this.close();
    this.looking = true;
    const turn = this.turn;
    try {
      const stream = await ask();
      if (turn === this.turn) this.film(stream);
      else stop(stream); // closed meanwhile
    } catch (error) {
      if (turn === this.turn) this.failure = failureOf(error);
    }
  }

  close(): void {
    this.turn += 1;
    stop(this.stream);
    this.stream = null;
    this.failure = null;
    this.looking = false;
  }

  private film(stream: MediaStream): void {
    this.stream = stream;
    for (const track of stream.getTracks()) track.onended = () => this.lost();
  }

  /** The camera was unplugged or taken by another program. */
  private lost(): void {
    stop(this.stream);
    this.stream = null;
    this.failure = pageFailure('cameraBusy');
  }
}
