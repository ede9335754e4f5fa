/**
 * Photoshop's descriptors as far as Color Lookup needs them: objects with text, booleans, enumerations and bytes.
 *
 *   unicode name · class id · uint32 count · count × (key · four letters of type · value)
 *
 * Texts end with a NUL that counts. An id is a uint32 length and that many letters; length 0 means four letters.
 */
import { UserError } from '../../engine/userError';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';

export type DescriptorValue = string | number | boolean | Uint8Array | DescriptorObject;
export interface DescriptorObject {
  readonly [key: string]: DescriptorValue;
}

/** An enumeration is given as its type and value. */
export type DescriptorField =
  | { readonly type: 'TEXT'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'enum'; readonly value: readonly [type: string, value: string] }
  | { readonly type: 'tdta'; readonly value: Uint8Array };

const VERSION = 16;
/** Color Lookup has one level; more than this is an attack on the stack. */
const MAX_DEPTH = 16;

/** @throws UserError `psd.unknownDescriptor` at a type of value that no Color Lookup holds. */
export function parseDescriptor(reader: ByteReader): DescriptorObject {
  if (reader.uint32() !== VERSION) throw unknown(reader, 'version');
  return parseObject(reader, 1);
}

function unknown(reader: ByteReader, what: string): UserError {
  const byte = reader.bytes.byteOffset + reader.position;
  return new UserError('psd.unknownDescriptor', { value: `${what}, byte ${byte}` });
}

function parseObject(reader: ByteReader, depth: number): DescriptorObject {
  if (depth > MAX_DEPTH) throw unknown(reader, 'nesting');
  reader.unicode();
  parseId(reader);
  const fields: [string, DescriptorValue][] = [];
  for (let count = reader.uint32(); count > 0; count--) {
    const key = parseId(reader);
    fields.push([key, parseValue(reader, reader.ascii(4), depth)]);
  }
  return Object.fromEntries(fields);
}

function parseId(reader: ByteReader): string {
  const length = reader.uint32();
  return reader.ascii(length === 0 ? 4 : length);
}

function parseValue(reader: ByteReader, type: string, depth: number): DescriptorValue {
  switch (type) {
    case 'TEXT':
      return reader.unicode();
    case 'bool':
      return reader.uint8() !== 0;
    case 'long':
      return reader.int32();
    case 'doub':
      return reader.float64();
    case 'UntF':
      reader.skip(4);
      return reader.float64();
    case 'enum':
      parseId(reader);
      return parseId(reader);
    case 'tdta':
      return reader.take(reader.uint32());
    case 'Objc':
    case 'GlbO':
      return parseObject(reader, depth + 1);
    default:
      throw unknown(reader, type);
  }
}

/** Writes an object of class 'null' with its version in front. */
export function formatDescriptor(
  writer: ByteWriter,
  fields: readonly (readonly [key: string, field: DescriptorField])[],
): void {
  writer.uint32(VERSION);
  writer.unicode('\0');
  putId(writer, 'null');
  writer.uint32(fields.length);
  for (const [key, field] of fields) {
    putId(writer, key);
    writer.ascii(field.type);
    if (field.type === 'TEXT') writer.unicode(`${field.value}\0`);
    else if (field.type === 'bool') writer.uint8(field.value ? 1 : 0);
    else if (field.type === 'enum') field.value.forEach((id) => putId(writer, id));
    else {
      writer.uint32(field.value.length);
      writer.put(field.value);
    }
  }
}

function putId(writer: ByteWriter, id: string): void {
  writer.uint32(id.length === 4 ? 0 : id.length);
  writer.ascii(id);
}
