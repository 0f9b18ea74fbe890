import type { ChosenFile } from './upload-entry'

/** Files of one drop at most: a folder that holds more is better watched by the server. */
export const maxDroppedFiles = 5_000

/** What a system leaves in folders, and nobody means to add. */
const isHidden = (name: string) => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'

const toUnreadable = (path: string): ChosenFile => ({ path, file: new File([], path), problem: 'SOURCE_UNREADABLE' })

/** The files of a field, with their folders where a folder was chosen. */
export function listChosenFiles(files: Iterable<File>): ChosenFile[] {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !path.split('/').some(isHidden))
    .slice(0, maxDroppedFiles)
}

/**
 * The files of a drop, those in folders and in the folders of these included. The list of what was dropped has to be read
 * before anything is awaited: browsers empty it.
 */
export async function collectDroppedFiles(items: Iterable<DataTransferItem>): Promise<ChosenFile[]> {
  const entries: (FileSystemEntry | File)[] = []
  for (const item of items) {
    const entry = item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? item.getAsFile()) : null
    if (entry) entries.push(entry)
  }
  const found: ChosenFile[] = []
  for (const entry of entries)
    if (entry instanceof File) found.push({ file: entry, path: entry.name })
    else await collect(entry, '', found)
  return found
}

async function collect(entry: FileSystemEntry, folder: string, found: ChosenFile[]): Promise<void> {
  if (isHidden(entry.name) || found.length >= maxDroppedFiles) return
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    )
    found.push(file ? { file, path } : toUnreadable(path))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A folder is read in parts, until there is none left.
    const part = await new Promise<FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    )
    if (part === null) found.push(toUnreadable(path))
    if (part === null || part.length === 0) return
    for (const child of part) await collect(child, path, found)
  }
}
