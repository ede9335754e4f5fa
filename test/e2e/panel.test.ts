/**
 * The bundle that ships, in a real browser on the simulated Photoshop, clicked as a person would. The flows go on
 * from each other on one page: a pair is matched once.
 */
import type { Browser } from 'playwright-core';
import type { DemoServer } from '../../src/demo/server/demoServer';
import { launchBrowser } from '../support/browser';
import { activeDocumentId, layersOf, serveSamplePair } from '../support/demoPage';
import { openPanel, QUICK_SETTINGS, type PanelPage } from '../support/panelPage';
import { applyFlow } from './flows/applyFlow';
import { commandsFlow } from './flows/commandsFlow';
import { exportFlow } from './flows/exportFlow';
import { lookFlow } from './flows/lookFlow';
import { matchFlow } from './flows/matchFlow';
import { statesFlow } from './flows/statesFlow';
import { stocksFlow } from './flows/stocksFlow';

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

describe('the panel', () => {
  let opened: PanelPage;
  const panel = () => opened;

  beforeAll(async () => {
    opened = await openPanel(browser, server.url);
  });
  afterAll(() => opened?.page.close());

  describe('on the Match tab', () => matchFlow(panel));
  describe('on the Look tab', () => lookFlow(panel));
  describe('on the Apply tab', () => applyFlow(panel));
  describe('when it exports', () => exportFlow(panel));
  describe('on the Stocks tab', () => stocksFlow(panel));
  describe('through the menu and through Actions', () => commandsFlow(panel));

  it('threw no error that nobody caught', () => {
    expect(opened.errors).toEqual([]);
  });
});

describe('the panel in every state of Photoshop', () => {
  statesFlow((options) => openPanel(browser, server.url, options));
});

describe('the panel where what UXP lacks is gone', () => {
  it('matches and applies without workers and without WebAssembly, and stays alive meanwhile', async () => {
    const { page, errors } = await openPanel(browser, server.url, {
      query: '?strict',
      dataFolder: QUICK_SETTINGS,
    });
    const missing = await page.evaluate(() => [typeof Worker, typeof WebAssembly, typeof Intl]);
    expect(missing).toEqual(['undefined', 'undefined', 'undefined']);
    await page.click('#match');
    await page.waitForSelector('#progress');
    await page.waitForSelector('#apply');
    await page.click('#apply');
    await page.waitForSelector('#notice-apply');
    expect((await layersOf(page, await activeDocumentId(page)))[0].kind).toBe('group');
    expect(errors).toEqual([]);
    await page.close();
  });
});
