/** The box around a document's selection, in pixels. */
import type { HostBounds } from 'photoshop';
import * as v from 'valibot';
import { UserError } from '../engine/userError';
import { playCommand } from './playCommand';
import { documentWithId, property } from './references';

/** Photoshop answers with plain numbers or with `{_unit, _value}`. */
const Pixels = v.union([
  v.number(),
  v.pipe(
    v.looseObject({ _value: v.number() }),
    v.transform(({ _value }) => _value),
  ),
]);
const Selection = v.looseObject({ left: Pixels, top: Pixels, right: Pixels, bottom: Pixels });

/** @throws UserError `no-selection` when nothing is selected. */
export async function selectedArea(documentId: number, name: string): Promise<HostBounds> {
  const target = [property('selection'), documentWithId(documentId)];
  const { selection } = await playCommand({ _obj: 'get', _target: target });
  const box = v.safeParse(Selection, selection);
  if (!box.success) throw new UserError('no-selection', { name });
  const { left, top, right, bottom } = box.output;
  return { left, top, right, bottom };
}
