import { type Problem, Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { Camera } from '../../pictures/camera.svelte';
import { cut, type Picture, pictureIn, pictureOf, turned } from '../../pictures/picture';
import type { Size } from '../../shared/strokes';
import type { Box } from '../../shared/view';
import type { ReadSession } from '../session.svelte';
import { initialFrame } from './cropping';

/** The ways by which a picture comes to the pad. */
export class Pictures {
  opening = $state(false);
  /** What is cut out of the picture, in its pixels; null while nothing is. */
  frame = $state.raw<Box | null>(null);
  /** The picture before it was cropped; null if it was not. */
  private uncut = $state.raw<Picture | null>(null);
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
      if (turn === this.turn) this.show(picture);
    } catch (failure) {
      if (turn === this.turn) this.raise(failure);
    }
    if (turn === this.turn) this.opening = false;
  }

  /** What the camera sees at this moment. */
  take(video: HTMLVideoElement): void {
    this.paint(video, { width: video.videoWidth, height: video.videoHeight });
    this.camera.close();
  }

  /** What is on a canvas, or in a frame of a film. */
  paint(source: CanvasImageSource, size: Size): void {
    this.begin();
    this.tryTo(() => this.show(pictureOf(source, size)));
  }

  /** By a quarter, clockwise. */
  rotate(): void {
    const { picture } = this.session;
    if (!picture) return;
    this.begin();
    this.tryTo(() => {
      const uncut = this.uncut && turned(this.uncut);
      this.show(turned(picture), uncut);
    });
  }

  get cropped(): boolean {
    return this.uncut !== null;
  }

  /** Lets the person choose a part. */
  startCrop(): void {
    const { picture } = this.session;
    this.frame = picture && initialFrame(picture.grey);
  }

  /** The part that was chosen is read in place of the whole. */
  crop(): void {
    const { picture } = this.session;
    const { frame } = this;
    if (!picture || !frame) return;
    this.begin();
    this.tryTo(() => this.show(cut(picture, frame), this.uncut ?? picture));
  }

  uncrop(): void {
    if (this.uncut) this.show(this.uncut);
  }

  /** To the pad, as it was; from choosing a part, to the picture. */
  back(): void {
    if (this.frame) {
      this.frame = null;
      return;
    }
    this.begin();
    this.uncut = null;
    this.session.putAway();
  }

  private show(picture: Picture, uncut: Picture | null = null): void {
    this.uncut = uncut;
    this.session.show(picture);
  }

  private tryTo(show: () => void): void {
    try {
      show();
    } catch (failure) {
      this.raise(failure);
    }
  }

  /** Whatever is still opened is not wanted any more. */
  private begin(): number {
    this.turn += 1;
    this.opening = false;
    this.frame = null;
    this.problems.clear();
    return this.turn;
  }

  private raise(failure: unknown): void {
    const text = (key: 'unchanged' | 'advice') => () => messages.picture[key];
    this.problems.raise('picture', failure, text('unchanged'), text('advice'));
  }
}
