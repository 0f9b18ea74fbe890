/** Values as one types them: each on a line of its own. */
export const toLines = (values: readonly string[]): string => values.join('\n')

export const fromLines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
