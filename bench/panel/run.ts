/**
 * How many pictures a second the Look tab draws while a slider moves: `npm run build && npm run bench:panel`.
 * The shipped bundle in a browser on the simulated Photoshop, whose JPEG encoder is part of what is measured; the real
 * one is Photoshop's own, so it is also measured without. The picture is 512 px wide, through a lattice of 17³; the
 * slider moves 60 times a second.
 */
import { launchBrowser } from '../../test/support/browser';
import { serveSamplePair } from '../../test/support/demoPage';
import { openPanel } from '../../test/support/panelPage';

const SECONDS = 4;

interface Measured {
  readonly pictures: number;
  readonly seconds: number;
  readonly longestMs: number;
}

/** Moves the slider as a hand does, and counts the pictures that come. */
function dragSlider(seconds: number): Promise<Measured> {
  const slider = document.querySelector('#look-warmth-slider') as HTMLInputElement;
  const picture = () => document.querySelector('.ff-look-picture')?.getAttribute('src');
  return new Promise((resolve) => {
    const start = performance.now();
    let [shown, pictures, last, longestMs, value] = [picture(), 0, start, 0, 0];
    const timer = setInterval(() => {
      const now = performance.now();
      slider.value = String((value = (value + 1) % 60));
      slider.dispatchEvent(new Event('input'));
      if (picture() !== shown) {
        shown = picture();
        pictures++;
        longestMs = Math.max(longestMs, now - last);
        last = now;
      }
      if (now - start < 1000 * seconds) return;
      clearInterval(timer);
      resolve({ pictures, seconds: (now - start) / 1000, longestMs });
    }, 16);
  });
}

/** Pictures without content: a text each, so that they are told apart. */
function skipEncoding(): void {
  let count = 0;
  window.filmfitDemo.simulator.photoshop.imaging.encodeImageData = async () => `${count++}`;
}

async function main(): Promise<void> {
  const [browser, server] = await Promise.all([launchBrowser(), serveSamplePair()]);
  try {
    for (const encoder of ['with the simulator’s JPEG encoder', 'without it']) {
      const { page } = await openPanel(browser, server.url, { query: '?strict' });
      await page.click('#match');
      await page.waitForSelector('#apply');
      await page.click('#tab-look');
      await page.waitForSelector('.ff-look-picture');
      await page.waitForTimeout(3000);
      // tsx wraps functions in a helper that the page does not have.
      await page.evaluate('globalThis.__name = (named) => named');
      if (encoder === 'without it') await page.evaluate(skipEncoding);
      const { pictures, seconds, longestMs } = await page.evaluate(dragSlider, SECONDS);
      const rate = (pictures / seconds).toFixed(0);
      console.log(`${encoder}: ${rate} pictures a second, longest wait ${longestMs.toFixed(0)} ms`);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

void main();
