import { declined, EngineFailure, type FailureName } from '../protocol/failure';

/** The names that browsers give to what goes wrong with a camera. */
const failures: Record<string, FailureName> = {
  NotAllowedError: 'cameraDenied',
  SecurityError: 'cameraDenied',
  NotFoundError: 'cameraAbsent',
  OverconstrainedError: 'cameraAbsent',
};

function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  return declined(failures[(error as Error).name] ?? 'cameraBusy');
}

/** The camera at the back, where there are several: that is the one for paper. */
function ask(): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) throw declined('cameraInsecure');
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

/** The camera, which films only as long as somebody looks. */
export class Camera {
  looking = $state(false);
  stream = $state.raw<MediaStream | null>(null);
  failure = $state.raw<EngineFailure | null>(null);
  private turn = 0;

  /** Asks for it; again, after it failed. */
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

  /** It was unplugged, or another program took it. */
  private lost(): void {
    stop(this.stream);
    this.stream = null;
    this.failure = declined('cameraBusy');
  }
}
