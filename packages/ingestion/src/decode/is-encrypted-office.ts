const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const packageName = Buffer.from('EncryptedPackage', 'utf16le')

/** True for an Office document with a password: a compound file whose stream has this name ([MS-OFFCRYPTO] 2.3.4.4). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.subarray(0, 8).equals(compoundFile) && buffer.includes(packageName)
}
