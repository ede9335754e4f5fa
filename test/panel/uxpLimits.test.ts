/** What UXP does not draw or does not have may not be in the panel, though the browser of the other tests has it. */
import fs from 'node:fs';
import path from 'node:path';
import { WIDGET_NAMES } from '../../src/demo/widgets/widgetNames';

const SRC = path.resolve(__dirname, '../../src');

/** Adobe's list of supported properties (UXP for Photoshop, reference-css/styles), and `position`, which its edges need. */
const PROPERTIES = new Set(
  `align-content align-items align-self background background-attachment background-color background-image
  background-repeat background-size border border-bottom border-bottom-color border-bottom-left-radius
  border-bottom-right-radius border-bottom-style border-bottom-width border-color border-left border-left-color
  border-left-style border-left-width border-radius border-right border-right-color border-right-style
  border-right-width border-style border-top border-top-color border-top-left-radius border-top-right-radius
  border-top-style border-top-width border-width bottom color display flex flex-basis flex-direction flex-grow
  flex-shrink flex-wrap font-family font-size font-style font-weight height justify-content left letter-spacing
  margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width opacity
  overflow overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top position right
  text-align text-overflow top visibility white-space width`.split(/\s+/),
);
const DISPLAYS = ['none', 'inline', 'block', 'inline-block', 'flex', 'inline-flex'];
/** Missing in UXP, or there and broken. */
const MISSING_IN_UXP =
  /\b(drawImage|putImageData|getImageData|createImageData|createImageBitmap|OffscreenCanvas|clearRect|createLinearGradient|createRadialGradient|structuredClone|TextDecoder|DOMParser|matchMedia|IntersectionObserver|requestIdleCallback|requestAnimationFrame|Intl|toLocaleString|localStorage|sessionStorage|keypress|alert|confirm|prompt|Worker|WebAssembly|SharedArrayBuffer|Atomics|MutationObserver|XMLSerializer|URLSearchParams|queueMicrotask|indexedDB|WebSocket|XMLHttpRequest|eval)\b/;
/** What works in browsers without being a global: code from strings, and methods that came after ES2022. */
const MISSING_CALLS =
  /new Function\(|\bfetch\(|\.animate\(|\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|with|groupBy|replaceChildren|scrollIntoView|closest|requestFullscreen|setPointerCapture)\(/;
/** Interactive elements other than these are UXP's own widgets; `input` and `select` have too many quirks there. */
const TAGS = new Set(['div', 'button', 'img', 'svg', 'path', 'line', 'circle', 'rect']);
/** Without effect in UXP, or known to be broken. */
const ATTRIBUTES =
  /\s(aria-[a-z]+|tabIndex|htmlFor|defaultValue|defaultChecked|draggable|onDragStart|onDrop|onKeyPress|onDoubleClick|onPointer\w+|onTouch\w+|dangerouslySetInnerHTML)=/;

function filesUnder(folder: string, ending: RegExp): string[] {
  return (fs.readdirSync(path.join(SRC, folder), { recursive: true }) as string[])
    .filter((file) => ending.test(file))
    .map((file) => path.join(SRC, folder, file));
}

const read = (file: string) => fs.readFileSync(file, 'utf8');
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, ' ');

const styles = filesUnder('panel', /\.css$/).map((file) => withoutComments(read(file)));
const declarations = styles.flatMap((css) =>
  [...css.matchAll(/(?:^|[;{])\s*([\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])/g)].map((match) => ({
    property: match[1],
    value: match[2],
  })),
);

describe('the panel’s style sheet', () => {
  it('is found', () => {
    expect(declarations.length).toBeGreaterThan(100);
  });

  it('uses only properties that UXP supports', () => {
    expect(declarations.map(({ property }) => property).filter((name) => !PROPERTIES.has(name))).toEqual([]);
  });

  it('uses only the displays that UXP lays out', () => {
    const displays = declarations.filter(({ property }) => property === 'display');
    expect(displays.map(({ value }) => value).filter((value) => !DISPLAYS.includes(value))).toEqual([]);
  });

  it('has no text smaller than Photoshop’s own', () => {
    const sizes = declarations.filter(({ property }) => property === 'font-size').map(({ value }) => value);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter((value) => !/^var\(--uxp-host-font-size(-smaller|-larger)?\)$/.test(value))).toEqual(
      [],
    );
  });

  it('takes its text and background colors from Photoshop’s theme', () => {
    const fixed = declarations.filter(
      ({ property, value }) => property === 'color' && !/^var\(--uxp-host-/.test(value),
    );
    // White numbers on blue marks in a picture are the same in every theme.
    expect(fixed.map(({ value }) => value)).toEqual(['#ffffff']);
  });

  it('uses no units and values that UXP lacks', () => {
    const values = declarations.map(({ value }) => value);
    expect(
      values.filter((value) =>
        /\b\d+(rem|vmin|vmax|ch|fr|dvh|svh)\b|\b(sticky|grid|inherit-all|fit-content|min-content|max-content)\b/.test(
          value,
        ),
      ),
    ).toEqual([]);
  });

  it('uses no functions, rules or selectors that UXP lacks', () => {
    const css = styles.join('\n');
    expect(css).not.toMatch(/\b(max|min|clamp|url|linear-gradient|radial-gradient)\(/);
    expect(css).not.toMatch(/@(font-face|keyframes|container|supports|layer)/);
    expect(css).not.toMatch(/:(has|is|where|focus-visible|focus-within)\b/);
  });

  it('has no class that no component uses, and no component a class without style', () => {
    const defined = new Set(
      styles.flatMap((css) => [...css.matchAll(/\.(ff-[\w-]+)/g)].map((match) => match[1])),
    );
    const source = filesUnder('panel', /\.tsx$/)
      .map(read)
      .join('\n');
    const used = new Set([...source.matchAll(/\bff-[\w-]*\w/g)].map((match) => match[0]));
    const isUsed = (name: string) =>
      used.has(name) || [...used].some((start) => name.startsWith(`${start}-`));
    expect([...defined].filter((name) => !isUsed(name))).toEqual([]);
  });
});

describe('the panel and the application', () => {
  const sources = [...filesUnder('panel', /\.tsx?$/), ...filesUnder('app', /\.ts$/)];

  it('call nothing that UXP lacks', () => {
    const offenders = sources
      .map((file) => ({
        file: path.relative(SRC, file),
        found: MISSING_IN_UXP.exec(withoutComments(read(file)))?.[0],
      }))
      .filter(({ found }) => found !== undefined);
    expect(offenders).toEqual([]);
  });

  it('call no method that UXP’s engine may not have', () => {
    const offenders = sources
      .map((file) => ({
        file: path.relative(SRC, file),
        found: MISSING_CALLS.exec(withoutComments(read(file)))?.[0],
      }))
      .filter(({ found }) => found !== undefined);
    expect(offenders).toEqual([]);
  });

  it('are made of plain elements and UXP’s widgets, with no attribute that UXP ignores', () => {
    const text = filesUnder('panel', /\.tsx$/)
      .map((file) => withoutComments(read(file)))
      .join('\n');
    // A generic type has no space before its bracket, an element has.
    const tags = [...text.matchAll(/[\s({]<([a-z][\w-]*)/g)].map((match) => match[1]);
    expect(tags.length).toBeGreaterThan(50);
    expect(tags.filter((tag) => !TAGS.has(tag) && !tag.startsWith('sp-'))).toEqual([]);
    expect(ATTRIBUTES.exec(text)?.[0]).toBeUndefined();
  });

  it('set no inline style that UXP does not support', () => {
    const names = sources.flatMap((file) =>
      [...read(file).matchAll(/style=\{\{([^}]*)\}\}/g)].flatMap((match) =>
        [...match[1].matchAll(/(\w+):/g)].map((property) => property[1]),
      ),
    );
    const hyphened = names.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(hyphened.filter((name) => !PROPERTIES.has(name))).toEqual([]);
  });

  it('use only widgets that UXP has built in and the demo page stands in for', () => {
    const used = sources.flatMap((file) =>
      [...read(file).matchAll(/<(sp-[\w-]+)/g)].map((match) => match[1]),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !WIDGET_NAMES.some((known) => known === name))).toEqual([]);
  });

  it('draw nothing in SVG but paths, lines, circles and rectangles', () => {
    const tags = sources.flatMap((file) =>
      [
        ...read(file).matchAll(
          /<(svg|g|path|line|circle|rect|text|defs|filter|mask|linearGradient|polyline)\b/g,
        ),
      ].map((match) => match[1]),
    );
    expect(tags.filter((tag) => !['svg', 'path', 'line', 'circle', 'rect'].includes(tag))).toEqual([]);
  });

  it('keep every text that a user sees in one folder', () => {
    const components = filesUnder('panel', /\.tsx$/);
    const literal = />\s*[A-Z][a-z]+ [a-z]+[^<>{}]*</;
    expect(components.filter((file) => literal.test(withoutComments(read(file))))).toEqual([]);
  });
});
