import { Option } from 'commander'
import { renderSearchResponse } from '../output/render-search-response.js'
import type { RegisterCommand } from './command.js'
import { parseNumber } from './parse-number.js'

export const registerSearch: RegisterCommand = (program, run) => {
  program
    .command('search')
    .description('find passages')
    .argument('<text>', 'what to look for')
    .addOption(new Option('-k <number>', 'number of results, 1 to 100').default(10).argParser(parseNumber))
    .option('--no-rerank', 'leave the reader out')
    .option('--json', 'print one JSON value')
    .action((query: string, options: { json?: boolean; k: number; rerank: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        const { searcher } = await (await openApplication()).openRetrieval()
        printer.result(
          await searcher.search({ query, k: options.k, rerank: options.rerank, signal }),
          renderSearchResponse,
        )
        return 0
      }, options),
    )
}
