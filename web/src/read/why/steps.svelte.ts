import type { EngineClient } from '../../engine/client';
import { type GreyPicture, pictureSteps } from '../../protocol/calls';

/** A step of reading a picture, with the URL of its image. */
export interface Step {
  name: (typeof pictureSteps)[number];
  address: string;
}

/** Shows how a picture is read, step by step. Computed only while visible. */
export class Steps {
  all = $state.raw<readonly Step[]>([]);
  failed = $state(false);
  private picture: GreyPicture | null = null; // the picture shown

  constructor(private readonly engine: EngineClient<'pictures'>) {}

  /** Computes the steps of a picture, or clears them for null. */
  async look(picture: GreyPicture | null): Promise<void> {
    this.picture = picture;
    this.forget();
    if (!picture) return;
    try {
      const steps = await this.engine.call('picture_steps', picture);
      if (picture !== this.picture) return;
      this.all = pictureSteps.map((name) => ({
        name,
        address: URL.createObjectURL(new Blob([steps[name] as BlobPart], { type: 'image/png' })),
      }));
    } catch {
      if (picture === this.picture) this.failed = true;
    }
  }

  private forget(): void {
    for (const { address } of this.all) URL.revokeObjectURL(address);
    this.all = [];
    this.failed = false;
  }
}
