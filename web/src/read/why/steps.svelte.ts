import type { EngineClient } from '../../engine/client';
import { type GreyPicture, pictureSteps } from '../../protocol/calls';

/** A step of reading a picture, and the address of its image. */
export interface Step {
  name: (typeof pictureSteps)[number];
  address: string;
}

/** How a picture is read, step by step: found out only while somebody looks. */
export class Steps {
  all = $state.raw<readonly Step[]>([]);
  failed = $state(false);
  private picture: GreyPicture | null = null; // that is looked at

  constructor(private readonly engine: EngineClient<'pictures'>) {}

  /** From now on those of this picture, or none. */
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
