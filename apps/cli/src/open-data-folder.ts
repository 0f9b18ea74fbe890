import { access, constants, mkdir } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'

/** Makes the data folder when it is missing. Errors: DATA_FOLDER_UNWRITABLE. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new ShuttenError({
      code: 'DATA_FOLDER_UNWRITABLE',
      message: `The data folder ${folder} cannot be made or written (${(cause as NodeJS.ErrnoException).code}).`,
      suggestion: 'Name a folder you may write to: `SHUTTEN_DATA_DIR=/path/to/data`.',
      cause,
    })
  }
}
