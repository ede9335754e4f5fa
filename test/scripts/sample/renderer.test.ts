import { MeshBuilder } from '../../../scripts/sample/mesh';
import { createRandom } from '../../../scripts/sample/random';
import { BoundingVolumes } from '../../../scripts/sample/render/boundingVolumes';
import { composeDenoised } from '../../../scripts/sample/render/denoise';
import { PathTracer, type Viewpoint } from '../../../scripts/sample/render/pathTracer';
import { projectPoint } from '../../../scripts/sample/render/projectPoint';
import { paint, type Material } from '../../../scripts/sample/surface';
import { FLOAT32 } from '../../support/tolerances';

const CHALK: Material = { shade: (surface) => paint(surface, [0.5, 0.3, 0.1]) };
const VIEW: Viewpoint = { eye: [0.3, 1, 6], target: [0, 0.2, 0], focalPx: 60, width: 48, height: 32 };

describe('the renderer of the sample scene', () => {
  it('shows a chalk sheet in even light at its own reflectance', () => {
    const mesh = new MeshBuilder();
    mesh.addSheet({ columns: 1, rows: 1, point: (u, v) => [40 * u - 20, 40 * v - 20, 0] }, CHALK, {
      at: [0, 0, 0],
    });
    const tracer = new PathTracer({ mesh, lights: [], ambient: [1, 1, 1] }, 1);
    const picture = composeDenoised(tracer.render(VIEW, 2), 2);
    for (let i = 0; i < picture.length; i++)
      expect(Math.abs(picture[i] - [0.5, 0.3, 0.1][i % 3])).toBeLessThan(FLOAT32);
  });

  it('shows a shining ball where projectPoint says that it is', () => {
    const mesh = new MeshBuilder();
    const shining: Material = {
      shade: (surface) => {
        paint(surface, [0, 0, 0]);
        surface.emissionR = surface.emissionG = surface.emissionB = 1;
      },
    };
    const center = [-0.7, 0.9, -1] as const;
    mesh.addSphere(0.25, shining, { at: center });
    const { direct } = new PathTracer({ mesh, lights: [], ambient: [0, 0, 0] }, 1).render(VIEW, 16);
    let [sum, x, y] = [0, 0, 0];
    for (let pixel = 0; pixel < VIEW.width * VIEW.height; pixel++) {
      sum += direct[3 * pixel];
      x += direct[3 * pixel] * (pixel % VIEW.width);
      y += direct[3 * pixel] * Math.floor(pixel / VIEW.width);
    }
    const [expectedX, expectedY] = projectPoint(VIEW, center);
    expect(Math.hypot(x / sum - expectedX, y / sum - expectedY)).toBeLessThan(0.2);
  });

  it('finds the same nearest triangle through the tree as one by one', () => {
    const random = createRandom(9);
    const triangles = 300;
    const positions = Array.from({ length: triangles }, () => {
      const corner = [4 * random() - 2, 4 * random() - 2, 4 * random() - 2];
      return [0, 1, 2].flatMap(() => corner.map((value) => value + 0.8 * (random() - 0.5)));
    });
    const all = new BoundingVolumes(positions.flat(), new Float64Array(triangles));
    const single = positions.map((corners) => new BoundingVolumes(corners, new Float64Array(1)));
    let hits = 0;
    for (let ray = 0; ray < 200; ray++) {
      const aim = [random() - 0.5, random() - 0.5, -1];
      const length = Math.hypot(...aim);
      const [dx, dy, dz] = aim.map((value) => value / length);
      const distances = single.map((one) => (one.intersect(0, 0, 5, dx, dy, dz) ? one.distance : Infinity));
      const nearest = Math.min(...distances);
      expect(all.intersect(0, 0, 5, dx, dy, dz)).toBe(nearest < Infinity);
      if (nearest < Infinity) {
        hits++;
        expect(all.triangle).toBe(distances.indexOf(nearest));
      }
    }
    expect(hits).toBeGreaterThan(50);
  });
});
