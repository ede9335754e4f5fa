/** batchPlay, one command at a time: it resolves with refusals as items, and here they become exceptions. */
import { action, type ActionDescriptor } from 'photoshop';
import * as v from 'valibot';
import { HostRefusal } from './hostErrors';

const Reply = v.looseObject({
  _obj: v.optional(v.string()),
  message: v.optional(v.string()),
  result: v.optional(v.number()),
});

export type Reply = v.InferOutput<typeof Reply>;

/** @throws HostRefusal when Photoshop refuses the command or answers with something that is no descriptor. */
export async function playCommand(command: ActionDescriptor): Promise<Reply> {
  const name = String(command._obj);
  const replies = await action.batchPlay([{ ...command, _options: { dialogOptions: 'dontDisplay' } }], {});
  const reply = v.safeParse(Reply, replies[0]);
  if (!reply.success) throw new HostRefusal(name, 'the reply is no descriptor', 0);
  if (reply.output._obj === 'error') {
    throw new HostRefusal(name, reply.output.message ?? 'refused without a reason', reply.output.result ?? 0);
  }
  return reply.output;
}
