import { Option } from 'commander'
import { renderSearchResponse } from '../output/render-search-response.js'
import type { RegisterCommand } from './command.js'
import { addFilterOptions, type FilterOptions, readFilters } from './filters.js'
import { parseNumber } from './parse-number.js'

interface SearchCommandOptions extends FilterOptions {
  json?: boolean
  k: number
  rerank: boolean
  budget?: number
}

export const registerSearch: RegisterCommand = (program, run) => {
  const command = program
    .command('search')
    .description('find passages')
    .argument('<text>', 'what to look for')
    .addOption(new Option('-k <number>', 'number of results, 1 to 100').default(10).argParser(parseNumber))
    .option('--no-rerank', 'leave the reranker out')
    .addOption(new Option('--budget <ms>', 'milliseconds that reranking may take').argParser(parseNumber))
    .option('--json', 'print one JSON value')
  addFilterOptions(command).action((query: string, options: SearchCommandOptions) =>
    run(async ({ openApplication, printer, signal }) => {
      const filters = readFilters(options)
      const { searcher } = await (await openApplication()).openRetrieval()
      printer.result(
        await searcher.search({
          query,
          k: options.k,
          filters,
          rerank: options.rerank,
          ...(options.budget !== undefined && { rerankBudgetMs: options.budget }),
          signal,
        }),
        renderSearchResponse,
      )
      return 0
    }, options),
  )
}
