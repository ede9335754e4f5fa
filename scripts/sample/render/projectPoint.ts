import { cameraFrame, type Viewpoint } from './pathTracer';

/** The pixel (centers at integers) at which a viewpoint sees a point of the scene. */
export function projectPoint(view: Viewpoint, point: readonly [number, number, number]): [number, number] {
  const frame = cameraFrame(view);
  const from = point.map((value, axis) => value - view.eye[axis]);
  const along = (row: number) => from[0] * frame[row] + from[1] * frame[row + 1] + from[2] * frame[row + 2];
  const distance = along(6);
  return [
    view.width / 2 + (view.focalPx * along(0)) / distance - 0.5,
    view.height / 2 - (view.focalPx * along(3)) / distance - 0.5,
  ];
}
