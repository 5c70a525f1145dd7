import { type Problem, Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import type { ReadSession } from '../session.svelte';
import { Camera } from './camera.svelte';
import { type Picture, pictureIn, pictureOf } from './picture';

/** The ways by which a picture comes to the pad. */
export class Pictures {
  opening = $state(false);
  readonly camera = new Camera();
  readonly problems = new Problems<'picture'>();
  private turn = 0;

  constructor(
    private readonly session: Pick<ReadSession, 'picture' | 'show' | 'putAway'>,
    private readonly open: (file: Blob) => Promise<Picture> = pictureIn,
  ) {}

  /** Whether there is one in place of the pad, or on its way. */
  get any(): boolean {
    return this.opening || this.session.picture !== null;
  }

  get problem(): Problem<'picture'> | null {
    return this.problems.at('picture');
  }

  /** Of several files chosen in turn the last one counts. What was there stays until it is open. */
  async choose(file: Blob): Promise<void> {
    const turn = this.begin();
    this.opening = true;
    try {
      const picture = await this.open(file);
      if (turn === this.turn) this.session.show(picture);
    } catch (failure) {
      if (turn === this.turn) this.raise(failure);
    }
    if (turn === this.turn) this.opening = false;
  }

  /** What the camera sees at this moment. */
  take(video: HTMLVideoElement): void {
    this.begin();
    const size = { width: video.videoWidth, height: video.videoHeight };
    try {
      this.session.show(pictureOf(video, size));
    } catch (failure) {
      this.raise(failure);
    }
    this.camera.close();
  }

  /** To the pad, as it was. */
  back(): void {
    this.begin();
    this.session.putAway();
  }

  /** Whatever is still opened is not wanted any more. */
  private begin(): number {
    this.turn += 1;
    this.opening = false;
    this.problems.clear();
    return this.turn;
  }

  private raise(failure: unknown): void {
    this.problems.raise('picture', failure, messages.picture.unchanged, messages.picture.advice);
  }
}
