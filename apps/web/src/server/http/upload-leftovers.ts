/** Of files that are still being written. No upload has a name that begins with a dot. */
export const partialPrefix = '.partial-'
/** Of notes that name the new files of an upload until it is registered. */
export const acceptingPrefix = '.accepting-'
/** Of folders with files that are sent one by one, until they are taken in together. */
export const stagedPrefix = '.staged-'
/** Milliseconds after which nobody will have them taken in any more. */
export const stagedForMs = 24 * 60 * 60_000
