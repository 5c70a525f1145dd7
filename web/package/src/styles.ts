/** Used in a constructed stylesheet, which a host's CSP for styles doesn't block. */
export const styles = `
:host {
  display: block;
  max-inline-size: 32rem;
  color: var(--inkling-ink, light-dark(#1b2a4a, #ece9e1));
  --sheet: var(--inkling-sheet, light-dark(#fffefb, #181c25));
  --line: var(--inkling-line, light-dark(#e3ded2, #2a303c));
  --edge: var(--inkling-edge, light-dark(#8d8a80, #6f7686));
  --muted: var(--inkling-muted, light-dark(#5b6478, #a0a7b8));
  --accent: var(--inkling-accent, light-dark(#b93a0b, #ff8f5e));
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.frame {
  border: 1px solid var(--edge);
  border-radius: var(--inkling-radius, 0.625rem);
  background: var(--sheet);
  overflow: hidden;
}
.sheet {
  position: relative;
  block-size: var(--inkling-height, 9rem);
  background: linear-gradient(var(--line), var(--line)) 50% 80% / calc(100% - 2rem) 1px no-repeat;
}
canvas {
  position: absolute;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  cursor: crosshair;
  touch-action: none;
  user-select: none;
  -webkit-user-select: none;
  -webkit-touch-callout: none;
  transition: color 1ms; /* its end event reports a change of colours */
}
.note {
  position: absolute;
  inset: auto 1rem 20%;
  margin: 0;
  padding-block-end: 0.5rem;
  color: var(--muted);
  font: italic 400 1.5rem / 1.2 Georgia, ui-serif, serif;
  text-align: center;
  pointer-events: none;
}
.typing canvas { display: none; }
.typing .sheet { block-size: auto; background: none; }
.typing .note { position: static; padding: 1rem; font: inherit; text-align: start; }
.bar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25rem;
  padding: 0.25rem;
  border-block-start: 1px solid var(--line);
}
input {
  flex: 1 1 6rem;
  min-inline-size: 0;
  min-block-size: 2.5rem;
  padding: 0.25rem 0.5rem;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-size: 1.125rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  text-align: start;
}
input::placeholder { color: var(--muted); opacity: 1; font-weight: 400; }
.hint { margin: 0; padding: 0 0.75rem 0.5rem; color: var(--muted); }
.hint:empty { display: none; }
button {
  min-block-size: 2.5rem;
  padding: 0.25rem 0.75rem;
  border: 0;
  border-radius: 0.5rem;
  background: none;
  color: var(--muted);
  font: inherit;
  cursor: pointer;
}
@media (hover: hover) {
  button:hover:enabled:not([aria-disabled="true"]) { color: inherit; background: var(--line); }
}
button:disabled, [aria-disabled="true"] { opacity: 0.5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 0.5rem; }
:host(:disabled) canvas { opacity: 0.5; pointer-events: none; }
.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  .frame { border-color: CanvasText; }
  canvas { color: CanvasText; forced-color-adjust: none; }
}
`;
