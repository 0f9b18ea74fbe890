/** True for a path that leads out of the folder it is unpacked to, or that no honest archive holds. */
export function isOutsidePath(path: string): boolean {
  if (path === '' || path.includes('\0') || /^(?:[\\/]|[A-Za-z]:)/.test(path)) return true
  return path.split(/[\\/]/).includes('..')
}
