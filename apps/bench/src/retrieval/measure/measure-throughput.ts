/**
 * Answers a second with `clients` callers at once, each asking its next question when the one before is answered,
 * for at least `seconds` and two rounds.
 */
export async function measureThroughput(options: {
  ask: (question: string) => Promise<unknown>
  questions: readonly string[]
  clients: number
  seconds: number
}): Promise<number> {
  const { ask, questions, clients, seconds } = options
  const started = performance.now()
  let asked = 0
  let answered = 0
  const isOver = () => asked >= 2 * clients && performance.now() - started >= seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isOver()) {
        await ask(questions[asked++ % questions.length] as string)
        answered++
      }
    }),
  )
  return (answered * 1000) / (performance.now() - started)
}
