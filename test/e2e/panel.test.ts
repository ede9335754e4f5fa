/**
 * The bundle that ships, in a real browser on the simulated Photoshop, clicked as a person would. The flows go on
 * from each other on one page: a pair is matched once.
 */
import type { Browser } from 'playwright-core';
import type { DemoServer } from '../../src/demo/server/demoServer';
import { launchBrowser } from '../support/browser';
import { serveSamplePair } from '../support/demoPage';
import { openPanel, type PanelPage } from '../support/panelPage';
import { applyFlow } from './flows/applyFlow';
import { commandsFlow } from './flows/commandsFlow';
import { exportFlow } from './flows/exportFlow';
import { handFlow } from './flows/handFlow';
import { lookFlow } from './flows/lookFlow';
import { matchFlow } from './flows/matchFlow';
import { negativeFlow } from './flows/negativeFlow';
import { stagesFlow } from './flows/stagesFlow';
import { statesFlow } from './flows/statesFlow';
import { stocksFlow } from './flows/stocksFlow';
import { textureFlow } from './flows/textureFlow';

jest.setTimeout(180_000);

let browser: Browser;
let server: DemoServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveSamplePair()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the panel where what UXP lacks is gone', () => {
  let opened: PanelPage;
  const panel = () => opened;

  beforeAll(async () => {
    opened = await openPanel(browser, server.url, { query: '?strict' });
  });
  afterAll(() => opened?.page.close());

  describe('on the Match tab', () => matchFlow(panel));
  describe('on the Look tab', () => lookFlow(panel));
  describe('on the Look tab, where it is folded', () => stagesFlow(panel));
  describe('on the Apply tab', () => applyFlow(panel));
  describe('when it exports', () => exportFlow(panel));
  describe('on the Stocks tab', () => stocksFlow(panel));
  describe('through the menu and through Actions', () => commandsFlow(panel));

  it('had no worker, no WebAssembly and no Intl, and threw no error that nobody caught', async () => {
    const missing = await opened.page.evaluate(() => [typeof Worker, typeof WebAssembly, typeof Intl]);
    expect(missing).toEqual(['undefined', 'undefined', 'undefined']);
    expect(opened.errors).toEqual([]);
  });
});

describe('the panel in every state of Photoshop', () => {
  statesFlow((options) => openPanel(browser, server.url, options));
});

describe('the panel with a scanned negative', () => {
  negativeFlow((options) => openPanel(browser, server.url, options));
});

describe('the panel with a film that has grain and a glow', () => {
  textureFlow((options) => openPanel(browser, server.url, options));
});

describe('the panel with a pair that needs help', () => {
  handFlow((options) => openPanel(browser, server.url, options));
});
