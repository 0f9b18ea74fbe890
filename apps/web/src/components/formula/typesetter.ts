type Typesetter = typeof import('temml').default

let loaded: Typesetter | null = null

/** Fetches it once. Called while an answer is being made: a formula in it is then set before it is first painted. */
export async function loadTypesetter(): Promise<Typesetter> {
  loaded ??= (await import('temml')).default
  return loaded
}

/** Null until it has come. */
export const findTypesetter = (): Typesetter | null => loaded
