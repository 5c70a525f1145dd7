// node tests/bench/photo.mjs [FILE]: measures how long the built page takes from choosing a photo to showing the
// reading, for the first photo of a visit and for later ones. Without a file, draws a photo of 12 megapixels.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser/browser.mjs';
import { serve } from './browser/server.mjs';
import { root } from './lib/run.mjs';

const visits = 5;
const later = 3; // photos after the first one of a visit

/** Draws 7, 4 and 1 with a pen on unevenly lit, noisy paper, and returns a JPEG in Base64. */
async function drawPhoto() {
  const width = 4032;
  const height = 3024;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const light = context.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, '#e8e4da');
  light.addColorStop(1, '#a8a49a');
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
  Object.assign(context, {
    strokeStyle: '#222a55',
    lineWidth: 40,
    lineCap: 'round',
    lineJoin: 'round',
  });
  context.stroke(
    new Path2D('M900 1000h420l-180 720 M1960 1000l-260 420h480 M2080 1240v480 M2600 1000v720'),
  );
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at++) {
    if (at % 4 !== 3) image.data[at] += 16 * Math.random() - 8;
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL('image/jpeg', 0.92).split(',')[1];
}

/** Chooses a photo and resolves to the milliseconds until the reading is shown. */
async function readPhoto(page, file) {
  await page.evaluate(() => {
    const shown = () =>
      /\d/.test(document.querySelector('[data-testid=reading]')?.textContent ?? '');
    window.took = new Promise((resolve) => {
      document.addEventListener(
        'change',
        () => {
          const chosen = performance.now();
          let hidden = !shown();
          new MutationObserver((_, observer) => {
            hidden ||= !shown();
            if (!hidden || !shown()) return;
            observer.disconnect();
            resolve(performance.now() - chosen);
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        },
        { capture: true, once: true },
      );
    });
  });
  await page.getByTestId('picture-file').setInputFiles(file);
  return page.evaluate(() => window.took);
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
const server = await serve(`${root}build/web`);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(server.url);
  let [file] = process.argv.slice(2);
  if (!file) {
    file = join(root, 'build/photo.jpg');
    writeFileSync(file, Buffer.from(await page.evaluate(drawPhoto), 'base64'));
  }
  const times = { first: [], later: [] };
  for (let visit = 0; visit < visits; visit++) {
    await page.reload();
    await page.getByText('stays on this device').waitFor();
    times.first.push(await readPhoto(page, file));
    for (let at = 0; at < later; at++) {
      await page.keyboard.press('Escape');
      times.later.push(await readPhoto(page, file));
    }
  }
  console.log(await page.getByTestId('reading').innerText());
  console.log(
    `first photo of a visit: ${median(times.first).toFixed(0)} ms, later: ${median(times.later).toFixed(0)} ms`,
  );
} finally {
  await browser.close();
  server.close();
}
