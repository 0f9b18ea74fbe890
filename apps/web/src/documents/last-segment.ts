/** The last part of a path or URI, readable: what people call the file. */
export function lastSegment(location: string): string {
  const last =
    location
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) || location
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
