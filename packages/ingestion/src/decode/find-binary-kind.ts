const signatures: { kind: string; bytes: number[]; offset?: number }[] = [
  { kind: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'a ZIP archive (or an Office or EPUB file)', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'an empty ZIP archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'an xz archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'a Zstandard archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'an ELF program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'a Mach-O program', bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { kind: 'a WebAssembly module', bytes: [0x00, 0x61, 0x73, 0x6d] },
  { kind: 'an Office document of the old format', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'an SQLite database', bytes: [...Buffer.from('SQLite format 3\0')] },
  { kind: 'a RIFF file (sound, video or WebP)', bytes: [0x52, 0x49, 0x46, 0x46] },
  { kind: 'an Ogg file', bytes: [0x4f, 0x67, 0x67, 0x53, 0x00] },
  { kind: 'an MP4 or HEIF file', bytes: [0x66, 0x74, 0x79, 0x70], offset: 4 },
  { kind: 'a Rich Text document', bytes: [...Buffer.from('{\\rtf')] },
]

const isTextControl = (byte: number) => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b

/**
 * What kind of binary the bytes are, or null when they may be text. Text in UTF-16 has to be ruled out before:
 * it is full of NUL bytes.
 */
export function findBinaryKind(bytes: Uint8Array): string | null {
  for (const { kind, bytes: signature, offset = 0 } of signatures) {
    if (bytes.length >= offset + signature.length && signature.every((byte, at) => bytes[offset + at] === byte)) {
      // "RIFF…" may begin an honest sentence; the size field of a real file holds bytes that text does not.
      if (kind.startsWith('a RIFF') && !bytes.subarray(4, 64).some((byte) => byte < 0x09)) continue
      return kind
    }
  }
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return 'binary data (it holds NUL bytes)'
    if ((byte < 0x20 && !isTextControl(byte)) || byte === 0x7f) controls += 1
  }
  if (controls >= 4 && controls * 50 > bytes.length) return 'binary data (it is full of control characters)'
  return null
}
