/** The layer stack as people read it in Photoshop's Properties panel, from the top layer down. */
import type {
  Adjustment,
  AdjustmentKind,
  AdjustmentOf,
  AdjustmentStack,
  ColorBalanceTriple,
  CurvePoints,
  LevelsChannel,
} from '../../engine/adjustments';
import { HUE_RANGE_NAMES, SELECTIVE_COLOR_NAMES } from '../../engine/adjustments';
import { evaluateSpline, naturalSpline } from '../../engine/render/naturalSpline';
import { escapeHtml } from './escapeHtml';

const TITLES: Readonly<Record<AdjustmentKind, string>> = {
  curves: 'Curves',
  levels: 'Levels',
  colorBalance: 'Color Balance',
  hueSaturation: 'Hue/Saturation',
  channelMixer: 'Channel Mixer',
  selectiveColor: 'Selective Color',
  colorLookup: 'Color Lookup',
};

const BODIES: { readonly [K in AdjustmentKind]: (adjustment: AdjustmentOf<K>) => string } = {
  curves: curvesBody,
  levels: levelsBody,
  colorBalance: colorBalanceBody,
  hueSaturation: hueSaturationBody,
  channelMixer: channelMixerBody,
  selectiveColor: selectiveColorBody,
  colorLookup: ({ lut, lutName }) => `<p>${escapeHtml(lutName)}: 3D LUT of ${lut.size} steps.</p>`,
};

export function formatLayerCards(stack: AdjustmentStack): string {
  return [...stack.layers]
    .reverse()
    .map(({ name, adjustment, opacity }) => {
      const kind = TITLES[adjustment.kind];
      const opacityText = opacity === 100 ? '' : ` · opacity ${opacity} %`;
      return `<article class="layer"><h3>${escapeHtml(name)}</h3><p class="kind">${kind}${opacityText}</p>${bodyOf(adjustment)}</article>`;
    })
    .join('\n');
}

function bodyOf(adjustment: Adjustment): string {
  const format = BODIES[adjustment.kind] as (adjustment: Adjustment) => string;
  return format(adjustment);
}

const CURVE_NAMES = [
  { key: 'composite', label: 'RGB', className: 'luma' },
  { key: 'red', label: 'Red', className: 'red' },
  { key: 'green', label: 'Green', className: 'green' },
  { key: 'blue', label: 'Blue', className: 'blue' },
] as const;

function curvesBody(curves: AdjustmentOf<'curves'>): string {
  const shown = CURVE_NAMES.filter(({ key }) => !isIdentity(curves[key]));
  if (shown.length === 0) return '<p>Leaves everything as it is.</p>';
  const lines = shown.map(
    ({ key, className }) => `<path class="${className}" d="${curvePath(curves[key])}"/>`,
  );
  const points = shown.flatMap(({ key, className }) =>
    curves[key].map(
      ({ input, output }) => `<circle class="${className}" cx="${input}" cy="${255 - output}" r="4"/>`,
    ),
  );
  const rows = shown.map(
    ({ key, label, className }) =>
      `<tr><th><span class="key ${className}">${label}</span></th><td>${curves[key]
        .map(({ input, output }) => `${input}\u00a0→\u00a0${output}`)
        .join(', ')}</td></tr>`,
  );
  return `<svg class="curves" viewBox="-8 -8 271 271" aria-hidden="true"><rect class="field" width="255" height="255" rx="3"/><path class="grid" d="M64 0V255M128 0V255M191 0V255M0 64H255M0 128H255M0 191H255"/><line class="diagonal" x1="0" y1="255" x2="255" y2="0"/>${lines.join('')}${points.join('')}</svg>
<table class="points">${rows.join('')}</table>`;
}

function isIdentity(points: CurvePoints): boolean {
  return points.every(({ input, output }) => input === output);
}

function curvePath(points: CurvePoints): string {
  const spline = naturalSpline(points);
  let path = '';
  for (let level = 0; level <= 255; level += 5) {
    const value = Math.min(255, Math.max(0, evaluateSpline(spline, level)));
    path += `${level === 0 ? 'M' : 'L'}${level} ${(255 - value).toFixed(1)}`;
  }
  return path;
}

function levelsBody(levels: AdjustmentOf<'levels'>): string {
  const row = (name: string, channel: LevelsChannel): readonly string[] => [
    name,
    `${channel.inputBlack}`,
    channel.gamma.toFixed(2),
    `${channel.inputWhite}`,
    `${channel.outputBlack}–${channel.outputWhite}`,
  ];
  return table(
    ['', 'black', 'gamma', 'white', 'output'],
    [
      row('RGB', levels.composite),
      row('Red', levels.red),
      row('Green', levels.green),
      row('Blue', levels.blue),
    ],
  );
}

function colorBalanceBody(balance: AdjustmentOf<'colorBalance'>): string {
  const row = (name: string, triple: ColorBalanceTriple): readonly string[] => [name, ...triple.map(signed)];
  return (
    table(
      ['', 'cyan–red', 'magenta–green', 'yellow–blue'],
      [
        row('Highlights', balance.highlights),
        row('Midtones', balance.midtones),
        row('Shadows', balance.shadows),
      ],
    ) + `<p>Preserve luminosity: ${balance.preserveLuminosity ? 'on' : 'off'}</p>`
  );
}

function hueSaturationBody({ colorize, master, ranges }: AdjustmentOf<'hueSaturation'>): string {
  const rows = [{ name: colorize ? 'Colorize' : 'Master', ...master }];
  if (!colorize) rows.push(...HUE_RANGE_NAMES.map((name) => ({ ...ranges[name], name: title(name) })));
  const used = rows.filter(
    ({ hue, saturation, lightness }) => hue !== 0 || saturation !== 0 || lightness !== 0,
  );
  if (used.length === 0) return '<p>Leaves everything as it is.</p>';
  return table(
    ['', 'hue', 'saturation', 'lightness'],
    used.map(({ name, hue, saturation, lightness }) => [
      name,
      `${signed(hue)}°`,
      signed(saturation),
      signed(lightness),
    ]),
  );
}

function channelMixerBody({ monochrome, red, green, blue }: AdjustmentOf<'channelMixer'>): string {
  const rows = monochrome
    ? [{ name: 'Gray', ...red }]
    : [named('Red', red), named('Green', green), named('Blue', blue)];
  return table(
    ['output', 'red', 'green', 'blue', 'constant'],
    rows.map((row) => [
      row.name,
      ...[row.red, row.green, row.blue, row.constant].map((value) => `${signed(value)} %`),
    ]),
  );
}

function named<T extends object>(name: string, row: T): T & { readonly name: string } {
  return { ...row, name };
}

function selectiveColorBody({ method, colors }: AdjustmentOf<'selectiveColor'>): string {
  const rows = SELECTIVE_COLOR_NAMES.filter((name) =>
    Object.values(colors[name]).some((value) => value !== 0),
  ).map((name) => {
    const { cyan, magenta, yellow, black } = colors[name];
    return [title(name), ...[cyan, magenta, yellow, black].map((value) => signed(value))];
  });
  if (rows.length === 0) return '<p>Leaves everything as it is.</p>';
  return table(['', 'cyan', 'magenta', 'yellow', 'black'], rows) + `<p>Method: ${method}</p>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headRow = head.map((cell) => `<th>${cell}</th>`).join('');
  const body = rows.map(
    ([name, ...cells]) => `<tr><th>${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${headRow}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** With a real minus sign. */
function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}

function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
