import { type Problem, Problems } from '../../kit/problems.svelte';
import { messages } from '../../messages';
import { Camera } from '../../pictures/camera.svelte';
import { cut, type Picture, pictureIn, pictureOf, turned } from '../../pictures/picture';
import { about } from '../../protocol/failure';
import type { Box } from '../../shared/padView';
import { pictureFailure } from '../../shared/pictureName';
import type { Size } from '../../shared/strokes';
import type { ReadSession } from '../session.svelte';
import { initialFrame } from './cropping';
import { type OtherView, viewFor } from './otherView';

const failureOf = ({ name }: File, failure: unknown) => about(name, pictureFailure(name, failure));

/** All ways to get a picture onto the pad. */
export class Pictures {
  opening = $state(false);
  /** The crop frame in the picture's pixels; null when not cropping. */
  frame = $state.raw<Box | null>(null);
  /** The picture before cropping; null if it wasn't cropped. */
  private uncut = $state.raw<Picture | null>(null);
  readonly camera = new Camera();
  readonly problems = new Problems<'picture'>();
  /** The latest file if it isn't a picture but another view may read it. */
  elsewhere = $state.raw<{ file: File; view: OtherView } | null>(null);
  private turn = 0;

  constructor(
    private readonly session: Pick<
      ReadSession,
      'picture' | 'strokes' | 'show' | 'closePicture' | 'expectPicture'
    >,
    private readonly open: (file: Blob) => Promise<Picture> = pictureIn,
  ) {}

  /** Whether a picture is shown or loading. */
  get any(): boolean {
    return this.opening || this.session.picture !== null;
  }

  get problem(): Problem<'picture'> | null {
    return this.problems.at('picture');
  }

  /**
   * Opens a file. If several are chosen in a row, the last one wins. The current content stays until it is open.
   */
  async choose(file: Blob): Promise<void> {
    const turn = this.begin();
    this.session.expectPicture();
    this.opening = true;
    try {
      const picture = await this.open(file);
      if (turn === this.turn) this.show(picture);
    } catch (failure) {
      if (turn === this.turn) this.reject(file, failure);
    }
    if (turn === this.turn) this.opening = false;
  }

  /** Takes the current camera frame. */
  take(video: HTMLVideoElement): void {
    this.paint(video, { width: video.videoWidth, height: video.videoHeight });
    this.camera.close();
  }

  /** Takes the content of a canvas or a video frame. */
  paint(source: CanvasImageSource, size: Size): void {
    this.begin();
    this.tryTo(() => this.show(pictureOf(source, size)));
  }

  /** Rotates the picture by 90° clockwise. */
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

  /** Starts cropping. */
  startCrop(): void {
    const { picture } = this.session;
    this.frame = picture && initialFrame(picture.grey);
  }

  /** Reads only the selected part from now on. */
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

  /** Returns from cropping to the picture, or from the picture to the unchanged drawing. */
  back(): void {
    if (this.frame) {
      this.frame = null;
      return;
    }
    this.close();
  }

  /** Puts the picture away, or stops opening one. */
  close(): void {
    this.begin();
    this.uncut = null;
    this.session.closePicture();
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

  /** Cancels pictures that are still loading. */
  private begin(): number {
    this.turn += 1;
    this.opening = false;
    this.frame = null;
    this.elsewhere = null;
    this.problems.clear();
    return this.turn;
  }

  private reject(file: Blob, failure: unknown): void {
    const named = file instanceof File;
    this.raise(named ? failureOf(file, failure) : failure);
    const view = named ? viewFor(file.name) : null;
    this.elsewhere = named && view ? { file, view } : null;
  }

  private raise(failure: unknown): void {
    const unchanged = this.session.strokes > 0 ? () => messages.picture.unchanged : '';
    this.problems.raise('picture', failure, unchanged, () => messages.picture.advice);
  }
}
