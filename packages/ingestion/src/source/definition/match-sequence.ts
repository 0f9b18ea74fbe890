/**
 * True where a sequence of tests holds for a whole sequence of units, one test for each unit and `null` for any number of
 * them, also none. Of the gaps only the last has ever to be widened, so that the time is at most the product of both lengths.
 */
export function matchSequence<Unit>(options: {
  tests: readonly (((unit: Unit) => boolean) | null)[]
  units: readonly Unit[]
}): boolean {
  const { tests, units } = options
  let test = 0
  let unit = 0
  let gap: { test: number; unit: number } | null = null
  while (unit < units.length) {
    const holds = tests[test]
    if (holds === null) {
      test += 1
      gap = { test, unit }
    } else if (holds?.(units[unit] as Unit)) {
      test += 1
      unit += 1
    } else if (gap) {
      gap = { test: gap.test, unit: gap.unit + 1 }
      test = gap.test
      unit = gap.unit
    } else return false
  }
  return tests.slice(test).every((rest) => rest === null)
}
