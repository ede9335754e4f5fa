"""Decodes the table of a creative profile with Python's own XML, MD5, zlib and integers; shares no line with Filmfit.

After the published layout of the DNG SDK's "big table": prints its nodes, then one line "r g b" of 16-bit codes for
each node, red slowest.
"""
import hashlib
import struct
import sys
import xml.etree.ElementTree as ElementTree
import zlib

CRS = '{http://ns.adobe.com/camera-raw-settings/1.0/}'
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' + ".-:+=^!/*?`'|()[]{}@%$#"

attributes = {}
for element in ElementTree.parse(sys.argv[1]).iter():
    attributes.update(element.attrib)
    if element.text and element.text.strip():
        attributes.setdefault(element.tag, element.text.strip())

name = attributes[CRS + 'RGBTable']
text = attributes[CRS + 'Table_' + name]
packed = bytearray()
for start in range(0, len(text), 5):
    group = text[start:start + 5]
    value = sum(DIGITS.index(digit) * 85 ** place for place, digit in enumerate(group))
    packed += value.to_bytes(4, 'little')[:len(group) - 1]
(length,) = struct.unpack_from('<I', packed)
block = zlib.decompress(bytes(packed[4:]))
assert len(block) == length, 'the stated length is wrong'
assert hashlib.md5(block).hexdigest().upper() == name, 'the name is not the MD5 of the table'

kind, version, dimensions, nodes = struct.unpack_from('<4I', block)
assert (kind, version, dimensions) == (1, 1, 3), 'this is no table of RGB in three dimensions'
samples = struct.unpack_from('<%dH' % (3 * nodes ** 3), block, 16)
identity = [((i * 65535 + (nodes >> 1)) // (nodes - 1)) for i in range(nodes)]
print(nodes)
at = 0
for red in identity:
    for green in identity:
        for blue in identity:
            print(*[(samples[at + c] + own) & 0xFFFF for c, own in enumerate((red, green, blue))])
            at += 3
assert 16 + 2 * at + 12 + 16 == len(block), 'bytes are left over'
