import { draggedHue } from '../../../src/app/look/dragHue';

describe('a hue that is dragged on the wheel', () => {
  const edit = { shift: 10, saturation: 0, lightness: 5 };

  it('is shifted by going round and more saturated by going out', () => {
    const turned = draggedHue(edit, { x: 60, y: 0 }, { x: 60 * Math.cos(0.1), y: 60 * Math.sin(0.1) });
    expect(turned).toEqual({ shift: 29, saturation: 0, lightness: 5 });
    expect(draggedHue(edit, { x: 60, y: 0 }, { x: 75, y: 0 }).saturation).toBe(25);
  });

  it('goes the short way past the angle of 180°, and no further than its sliders', () => {
    const { shift } = draggedHue(edit, { x: -60, y: 1 }, { x: -60, y: -1 });
    expect(shift).toBeGreaterThan(10);
    expect(shift).toBeLessThan(20);
    expect(draggedHue(edit, { x: 60, y: 0 }, { x: -300, y: 0 })).toMatchObject({
      shift: -100,
      saturation: 100,
    });
  });
});
