import { open } from 'node:fs/promises'

/** Writes a new file and has it on the disk when it is done. Errors: EEXIST where there is one. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
