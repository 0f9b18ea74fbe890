/** One of the items by chance. Errors: none is an error of the caller. */
export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T
}
