// What the first paint needs before the page's scripts have loaded: the chosen theme, and the pad of index.html, which has
// this script inline.

// The page in the chosen theme from the start. kit/theme.svelte.ts takes over.
(() => {
  const scope = new URL('.', document.baseURI).pathname;
  try {
    const stored = (name) => localStorage.getItem(name);
    const theme = stored(`inkling ${scope} theme`) ?? stored('inkling-theme'); // as storage/localSetting.ts
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // storage is denied: the system's theme
  }
})();

// Shows and records what is drawn on the pad. ink/firstPad.ts takes over.
(() => {
  const events = [];
  window.firstStrokes = events;
  if (/^#(train|about)\b/.test(location.hash)) return;
  document.documentElement.classList.add('writing-first');

  function begin(canvas, context) {
    if (events.length === 0) {
      canvas.width = canvas.clientWidth * devicePixelRatio;
      canvas.height = canvas.clientHeight * devicePixelRatio;
      context.scale(devicePixelRatio, devicePixelRatio);
    }
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineWidth = Math.max(7, canvas.clientHeight * 0.034); // as brushWidth() of ink/paint.ts
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.beginPath();
  }

  /** Draws a plain line under the pen. The page's pad repaints it. */
  function follow(canvas, event) {
    const context = canvas.getContext('2d');
    if (event.type === 'pointerdown') begin(canvas, context);
    context.lineTo(event.offsetX, event.offsetY);
    context.stroke();
  }

  function hear(event) {
    if (!event.target.matches?.('.first-pad')) return;
    if (event.type === 'pointermove' && event.buttons === 0) return;
    if (event.buttons === 1) follow(event.target, event);
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event]) events.push(one);
  }

  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) {
    addEventListener(type, hear);
  }
})();

// What the page needs next. Before the first paint, it would take time from it.
addEventListener('DOMContentLoaded', () => {
  const preload = () => {
    const links = document.querySelector('#preloads');
    if (links) document.head.append(links.content);
  };
  requestAnimationFrame(() => setTimeout(preload));
});
