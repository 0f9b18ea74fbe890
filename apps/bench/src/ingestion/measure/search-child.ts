// Searches without end, as the web server does it, in a process of its own; told when to count for what.
import { setTimeout as delay } from 'node:timers/promises'
import { createModels, openSearcher } from '../../retrieval/composition.js'
import type { SearchCommand } from './start-searcher.js'

/** A question every so often, milliseconds: what is measured is an answer's time, not how many there can be. */
const pause = 50
const k = 10

process.once('message', async ({ folder, questions }: { folder: string; questions: string[] }) => {
  const models = createModels()
  const { searcher, close } = await openSearcher({ folder, embedder: models.embedder, reader: models.reader })
  let durations: number[] = []
  let failures: string[] = []
  let isOver = false
  process.on('message', (command: SearchCommand) => {
    if (command === 'take') {
      process.send?.({ durations, failures })
      durations = []
      failures = []
    } else isOver = true
  })
  process.once('disconnect', () => process.exit(0))
  for (let turn = 0; !isOver; turn += 1) {
    const started = performance.now()
    try {
      await searcher.search({ query: questions[turn % questions.length] as string, k })
      durations.push(performance.now() - started)
    } catch (error) {
      failures.push(String(error))
    }
    if (turn === questions.length) process.send?.('warm')
    await delay(pause)
  }
  await close()
  await models.close()
  process.disconnect()
})
