/** Of files that are still being written. No upload has a name that begins with a dot. */
export const partialPrefix = '.partial-'
/** Of notes that name the new files of an upload until it is registered. */
export const acceptingPrefix = '.accepting-'
