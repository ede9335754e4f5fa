import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { CHANNEL_COLORS } from '../../src/panel/look/channelColors';

const difference = differenceCiede2000();

function colorOf(channel: keyof typeof CHANNEL_COLORS): Color {
  const color = parse(CHANNEL_COLORS[channel]);
  if (!color) throw new Error(`The color of ${channel} is none.`);
  return color;
}

describe('the colors of the channels in charts', () => {
  it.each([
    ['all cones', (color: Color) => color],
    ['no long cones', filterDeficiencyProt(1)],
    ['no middle cones', filterDeficiencyDeuter(1)],
    ['no short cones', filterDeficiencyTrit(1)],
  ])('are told apart by eyes with %s', (_eyes, seen) => {
    const [red, green, blue] = (['red', 'green', 'blue'] as const).map((channel) => seen(colorOf(channel)));
    expect(difference(red, green)).toBeGreaterThan(10);
    expect(difference(red, blue)).toBeGreaterThan(10);
    expect(difference(green, blue)).toBeGreaterThan(10);
  });

  it.each(['#323232', '#f0f0f0'])('stand out on a panel of %s nearly as WCAG asks of graphics', (ground) => {
    for (const color of Object.values(CHANNEL_COLORS))
      expect(wcagContrast(color, ground)).toBeGreaterThan(2.9);
  });
});
