/** Damage as disks, editors and attackers do it: bits, runs, cuts, doubled parts, and numbers at the ends of their ranges. */
const TELLING = [0, 1, 0x7f, 0x80, 0xff, 0x2d, 0x2e, 0x30, 0x39, 0x2c, 0x5b, 0x7b, 0x22, 0x0a, 0x0d, 0x20];
/** Most trouble is in the first bytes, where sizes stand. */
const HEAD_BYTES = 400;

/** @param random uniform in [0, 1) */
export function mutate(seed: Uint8Array, random: () => number): Uint8Array {
  let bytes = seed.slice();
  const whole = (below: number): number => Math.floor(random() * below);
  const place = (): number => whole(random() < 0.7 ? Math.min(HEAD_BYTES, bytes.length) : bytes.length);
  const changes = 1 + whole(random() < 0.5 ? 2 : 12);
  for (let i = 0; i < changes && bytes.length > 0; i++) {
    const at = place();
    const length = 1 + whole(8);
    switch (whole(6)) {
      case 0:
        bytes[at] ^= 1 << whole(8);
        break;
      case 1:
        bytes[at] = TELLING[whole(TELLING.length)];
        break;
      case 2:
        bytes.fill(random() < 0.5 ? 0xff : 0, at, at + length);
        break;
      case 3:
        bytes = bytes.slice(0, random() < 0.2 ? at : bytes.length - whole(length));
        break;
      case 4:
        bytes = doubled(bytes, at, Math.min(at, length));
        break;
      default:
        for (let k = at; k < Math.min(bytes.length, at + length); k++) bytes[k] = whole(256);
    }
  }
  return bytes;
}

/** The `length` bytes before `at` once more. */
function doubled(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const longer = new Uint8Array(bytes.length + length);
  longer.set(bytes.subarray(0, at));
  longer.set(bytes.subarray(at - length), at);
  return longer;
}
