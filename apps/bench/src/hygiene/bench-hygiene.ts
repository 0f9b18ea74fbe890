import type { ExtractedDocument } from '@shutten/core'
import { hygieneKinds, parseHygienePolicy } from '@shutten/core'
import { applyHygiene, createChunker, extractText, fingerprintPassage } from '@shutten/ingestion'
import { edits } from './edits.js'

export interface HygieneReport {
  documents: number
  passages: number
  /** Of the texts as they are. */
  characters: number
  /** Processor time per 1,000 passages. */
  milliseconds: { defaultPolicy: number; everything: number; fingerprint: number }
  /** Documents of the corpus that something was found in, by kind and action of a policy that masks everything. */
  found: Record<string, number>
  nearDuplicates: {
    passages: number
    /** For all of them. */
    milliseconds: { fingerprint: number; link: number }
    /** What the fingerprints hold in memory, after a collection where the process may ask for one. */
    megabytes: number
    links: number
  }
  edits: { name: string; isSame: boolean; pairs: number; linked: number }[]
}

interface BenchPassage {
  text: string
  title: string
  headingPath: string[]
}

/** Times hygiene on real texts, and links near-duplicates among them and among changed copies. */
export function benchHygiene(options: {
  documents: readonly { title: string; text: string }[]
  /** Of the near-duplicates; the texts are repeated, each time with other figures. */
  passages: number
  onProgress: (text: string) => void
}): HygieneReport {
  const { onProgress } = options
  const chunker = createChunker()
  const documents = options.documents.map(({ title, text }) => extractText({ text, title, uri: title }))
  const passages = documents.flatMap((document) =>
    chunker.chunk(document).map(({ start, end, headingPath }): BenchPassage => {
      return { text: document.text.slice(start, end), title: document.title, headingPath }
    }),
  )
  const perThousand = (milliseconds: number) => (milliseconds / passages.length) * 1_000
  onProgress('hygiene')
  const everything = parseHygienePolicy({ actions: Object.fromEntries(hygieneKinds.map((kind) => [kind, 'mask'])) })
  const usual = parseHygienePolicy({})
  // Twice: the first run compiles the expressions.
  for (const document of documents) applyHygiene({ document, policy: everything })
  const defaultPolicy = time(() => apply(documents, usual))
  const all = time(() => apply(documents, everything))
  const found: Record<string, number> = {}
  for (const document of documents)
    for (const kind of new Set(applyHygiene({ document, policy: everything }).findings.map((finding) => finding.kind)))
      found[kind] = (found[kind] ?? 0) + 1
  const fingerprint = time(() => passages.map(fingerprintPassage))
  onProgress('near-duplicates')
  return {
    documents: documents.length,
    passages: passages.length,
    characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    milliseconds: {
      defaultPolicy: perThousand(defaultPolicy),
      everything: perThousand(all),
      fingerprint: perThousand(fingerprint),
    },
    found,
    nearDuplicates: linkMany(passages, options.passages),
    edits: edits.map(({ name, isSame, apply }) => {
      const pairs = passages.flatMap((passage) => {
        const text = apply(passage.text)
        return text === null ? [] : [[passage, { ...passage, text }] as const]
      })
      return { name, isSame, pairs: pairs.length, linked: pairs.filter(([a, b]) => areLinked(a, b)).length }
    }),
  }
}

const apply = (documents: readonly ExtractedDocument[], policy: ReturnType<typeof parseHygienePolicy>) => {
  for (const document of documents) applyHygiene({ document, policy })
}

function linkMany(base: readonly BenchPassage[], count: number): HygieneReport['nearDuplicates'] {
  const before = getMemory()
  let made: string[] = []
  const fingerprint = time(() => {
    made = Array.from({ length: count }, (_, i) => fingerprintPassage(vary(base, i)))
  })
  let links = 0
  const linking = time(() => {
    links = made.length - new Set(made).size
  })
  const megabytes = (getMemory() - before) / 1e6
  return { passages: made.length, milliseconds: { fingerprint, link: linking }, megabytes, links }
}

/** The i-th passage of an endless corpus: each round after the first with other figures, every tenth left as it was. */
function vary(base: readonly BenchPassage[], i: number): BenchPassage {
  const passage = base[i % base.length] as BenchPassage
  const round = Math.floor(i / base.length)
  return round === 0 || i % 10 === 0 ? passage : { ...passage, text: `${passage.text}第${round}回の調査による。` }
}

const areLinked = (a: BenchPassage, b: BenchPassage) => fingerprintPassage(a) === fingerprintPassage(b)

/** Processor time in milliseconds: the machine may have other work. */
function time(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1_000
}

function getMemory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
