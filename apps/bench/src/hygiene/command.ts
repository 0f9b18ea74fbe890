import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

interface HygieneFlags {
  passages: number
  evaluation: string
}

interface Squad {
  data: { title: string; paragraphs: { context: string }[] }[]
}

/** `bench hygiene`: what is looked for before indexing, and near-duplicates. */
export function registerHygiene(program: Command): void {
  program
    .command('hygiene')
    .description(
      'time hygiene and near-duplicate detection on the paragraphs of JSQuAD, and count which edits are linked',
    )
    .option('--passages <number>', 'for near-duplicates', parseNumber, 100_000)
    .option('--evaluation <folder>', 'holds jsquad/', path.join(root, '..', 'shared', 'eval'))
    .action(async ({ passages, evaluation }: HygieneFlags) => {
      const { benchHygiene } = await import('./bench-hygiene.js')
      const { data } = JSON.parse(
        await readFile(path.join(path.resolve(evaluation), 'jsquad', 'valid-v1.3.json'), 'utf8'),
      ) as Squad
      const report = benchHygiene({
        documents: data.map(({ title, paragraphs }) => ({
          title,
          text: paragraphs.map(({ context }) => context.replace(/^.*?\[SEP\]\s*/s, '')).join('\n\n'),
        })),
        passages,
        onProgress: (text) => process.stderr.write(`${text} …\n`),
      })
      process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    })
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return number
}
