/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make `b` of `a` (optimal string alignment);
 * null when more than `most`.
 */
export function editDistance({
  a,
  b,
  most,
}: {
  a: ArrayLike<number>
  b: ArrayLike<number>
  most: number
}): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j - 1] as number) + (isSame ? 0 : 1),
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return null
    beforeLast = last
    last = row
  }
  const distance = last[b.length] as number
  return distance <= most ? distance : null
}
