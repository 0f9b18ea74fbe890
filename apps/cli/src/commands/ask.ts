import { text as readAll } from 'node:stream/consumers'
import { canStyle } from '../output/can-style.js'
import { renderAnswerText } from '../output/render-answer-text.js'
import type { RegisterCommand } from './command.js'
import { addFilterOptions, type FilterOptions, readFilters } from './filters.js'

/** Whose conversations those of the command line are. */
const owner = 'cli'

export const registerAsk: RegisterCommand = (program, run) => {
  const command = program
    .command('ask')
    .description('answer a question from the sources, with citations')
    .argument('<text>', 'the question; - reads it from standard input')
    .option('--conversation <id>', 'go on with a conversation, or start it under this id')
    .option('--json', 'print one JSON value')
  addFilterOptions(command).action((text: string, options: FilterOptions & { json?: boolean; conversation?: string }) =>
    run(async ({ openApplication, printer, signal }) => {
      const filters = readFilters(options)
      const question = text === '-' ? await readAll(process.stdin) : text
      const { finishAnswer } = await import('@shutten/retrieval')
      const { assistant } = await (await openApplication()).openRetrieval()
      const answer = await finishAnswer(
        assistant.ask({
          question,
          conversationId: options.conversation ?? null,
          owner,
          createMissing: true,
          filters,
          signal,
        }),
      )
      const isStyled = canStyle({ stream: process.stdout, environment: process.env })
      printer.result(answer, (whole) => renderAnswerText(whole, { isStyled }))
      return 0
    }, options),
  )
}
