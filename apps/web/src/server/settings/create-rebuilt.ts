/**
 * Parts that are made of settings, and made anew when those have changed: whoever asks has those of the present settings.
 * What was begun with the parts before goes on with them.
 */
export function createRebuilt<Settings extends { version: string }, Parts>(options: {
  /** Asked each time. */
  read: () => Promise<Settings>
  build: (settings: Settings) => Promise<Parts>
}): { get(): Promise<Parts> } {
  const { read, build } = options
  let known: { version: string; parts: Promise<Parts> } | null = null
  return {
    async get() {
      const settings = await read()
      if (known?.version !== settings.version) {
        const made = { version: settings.version, parts: build(settings) }
        known = made
        // What could not be made is tried again.
        made.parts.catch(() => {
          if (known === made) known = null
        })
      }
      return known.parts
    },
  }
}
