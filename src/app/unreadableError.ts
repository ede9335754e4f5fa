import { UserError } from '../engine/userError';
import type { UnsupportedReason } from '../photoshop/photoshopHost';

/** Why a document or layer cannot be read, as an error that says what to do. */
export function unreadableError(reason: UnsupportedReason, name: string): UserError {
  return new UserError(reason, { name });
}
