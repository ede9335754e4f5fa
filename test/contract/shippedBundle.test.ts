/** The bundle that ships, in a virtual machine without what UXP lacks: no WebAssembly, no code from strings, no Worker, … */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import { createSimulator, type Simulator } from '../../src/simulator/createSimulator';
import { hideMissingGlobals, MISSING_GLOBALS, type GlobalObject } from '../../src/simulator/uxpGlobals';
import { testPicture8 } from '../support/testPicture';

const BUNDLE = path.resolve(__dirname, '../../dist/index.js');

/** What UXP has beside the language. */
function uxpLikeGlobals(simulator: Simulator): GlobalObject {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
  const modules: Readonly<Record<string, unknown>> = { photoshop: simulator.photoshop, uxp: simulator.uxp };
  const globals: GlobalObject = {
    document: window.document,
    navigator: window.navigator,
    location: window.location,
    Node: window.Node,
    Element: window.Element,
    HTMLElement: window.HTMLElement,
    HTMLIFrameElement: window.HTMLIFrameElement,
    SVGElement: window.SVGElement,
    Event: window.Event,
    getComputedStyle: window.getComputedStyle.bind(window),
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    TextEncoder,
    AbortController,
    Blob,
    performance: { now: () => performance.now() },
    require: (name: string): unknown => {
      if (!Object.hasOwn(modules, name)) throw new Error(`Module not found: "${name}"`);
      return modules[name];
    },
  };
  globals.window = globals;
  globals.self = globals;
  return globals;
}

function loadBundle(simulator: Simulator): GlobalObject {
  const context = vm.createContext(uxpLikeGlobals(simulator), {
    codeGeneration: { strings: false, wasm: false },
  });
  hideMissingGlobals(vm.runInContext('globalThis', context) as GlobalObject);
  new vm.Script(fs.readFileSync(BUNDLE, 'utf8'), { filename: 'index.js' }).runInContext(context);
  return context as GlobalObject;
}

describe('the shipped bundle', () => {
  it('registers its panel and commands at once', () => {
    const simulator = createSimulator();
    loadBundle(simulator);
    expect(Object.keys(simulator.entrypoints?.panels ?? {})).toEqual(['filmfitPanel']);
    expect(Object.keys(simulator.entrypoints?.commands ?? {})).toContain('matchOpenPair');
  });

  it('shows its panel, with the names of the open documents', async () => {
    const simulator = createSimulator();
    simulator.openDocument({
      name: 'scan of my film.tif',
      width: 30,
      height: 20,
      pixels: testPicture8(30, 20),
    });
    const globals = loadBundle(simulator);
    const root = (globals.document as Document).createElement('div');
    await simulator.entrypoints?.panels?.filmfitPanel.create?.(root);
    await waitUntil(() => root.innerHTML.includes('scan of my film.tif'));
    expect(simulator.undisposedImageData).toBe(0);
  });

  it('runs where what UXP lacks is really gone', () => {
    const globals = loadBundle(createSimulator());
    const present = MISSING_GLOBALS.filter((name) =>
      vm.runInContext(`typeof ${name} !== 'undefined'`, globals),
    );
    expect(present).toEqual([]);
    expect(() => vm.runInContext(`eval('1')`, globals)).toThrow('disallowed');
    expect(() => vm.runInContext(`new Function('return 1')`, globals)).toThrow('disallowed');
  });

  it('holds no WebAssembly, eval or function made of text', () => {
    const text = fs.readFileSync(BUNDLE, 'utf8');
    expect(text).not.toMatch(/\bWebAssembly\b/);
    expect(text).not.toMatch(/\beval\(/);
    expect(text).not.toMatch(/\bnew Function\(/);
  });
});

async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isTrue(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isTrue()) throw new Error('The panel did not get there.');
}
