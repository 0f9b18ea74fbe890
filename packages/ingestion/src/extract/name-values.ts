/** The values of a row, each with the name of its column unless it has none or is it; empty ones are left out. */
export function nameValues(options: { names: readonly string[]; values: readonly string[] }): string[] {
  return options.values
    .map((value, at) => {
      const name = options.names[at]?.trim() ?? ''
      const text = value.trim()
      return text && name && name !== text ? `${name}: ${text}` : text
    })
    .filter(Boolean)
}
