import type { Size } from '../shared/strokes';
import type { Drawing, Tool } from './drawing';
import type { Fingers } from './fingers';
import { brushWidth, paint } from './paint';
import { listenToPen } from './pen';
import { CornerMarks } from './placement';

export interface InkCanvasEvents {
  /** The ink changed. */
  changed(): void;
  lifted(): void;
  /** The canvas changed its size, and the drawing its view. */
  resized(): void;
}

/**
 * A canvas to draw on. Pointer events become strokes in the drawing, which is shown at the screen's full
 * resolution. It fills its parent.
 */
export class InkCanvas {
  private size: Size = { width: 0, height: 0 };
  private density = 1;
  private frame = 0;
  private readonly corners: CornerMarks;
  private readonly observer: ResizeObserver;
  private readonly stopListening: () => void;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly drawing: Drawing,
    tool: () => Tool,
    fingers: Fingers,
    private readonly events: InkCanvasEvents,
  ) {
    const pen = { changed: () => this.followPen(), ended: () => events.lifted() };
    this.corners = new CornerMarks(canvas);
    const options = { tool, fingers, corners: () => this.corners.find() };
    this.stopListening = listenToPen(canvas, drawing, options, pen);
    this.measure();
    this.observer = new ResizeObserver((entries) => this.resized(entries));
    try {
      this.observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      // The observer doesn't report a change of screen or zoom. Call sharpen() then.
      this.observer.observe(canvas);
    }
  }

  repaint(): void {
    const context = this.canvas.getContext('2d');
    if (!context || this.size.width === 0) return;
    const { all, view, thickness } = this.drawing;
    const colour = getComputedStyle(this.canvas).color;
    paint(context, all, this.density, view, { colour, width: brushWidth(this.size, thickness) });
  }

  /** Sets the number of device pixels per CSS pixel. */
  sharpen(ratio: number): void {
    this.givePixels(this.size.width * ratio);
  }

  close(): void {
    this.stopListening();
    this.corners.remove();
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** Repaints once per frame, but reports changes at once, so that an answer never waits for a frame. */
  private followPen(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.repaint();
    });
    this.events.changed();
  }

  /** Gives the canvas one pixel per device pixel. */
  private givePixels(across: number): void {
    if (this.size.width === 0) return;
    this.density = across / this.size.width;
    this.canvas.width = Math.round(across);
    this.canvas.height = Math.round(this.size.height * this.density);
    this.repaint();
  }

  /** Measures at once. The observer would report only after the next layout, and a stroke may begin before. */
  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width > 0 && height > 0) this.drawing.resize({ width, height });
  }

  private resized([entry]: ResizeObserverEntry[]): void {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    if (width === 0 || height === 0) return;
    this.size = { width, height };
    this.drawing.resize(this.size);
    this.events.resized();
    // Safari doesn't report the size in device pixels, so it is computed.
    const across = entry.devicePixelContentBoxSize?.[0]?.inlineSize;
    this.givePixels(across ?? width * window.devicePixelRatio);
  }
}
