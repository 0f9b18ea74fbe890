import type { Generation, GenerationPassage, Language } from '@shutten/core'
import { collectList } from '../answer/collect-list.js'
import { isReferenceList } from '../answer/is-reference-list.js'
import { splitPassage } from '../answer/split-passage.js'
import { findDefinitions } from './find-definitions.js'
import { phraseComparison, phraseDefinition, phraseList, phraseStatement } from './phrase-question.js'
import type { Proposal, ProposalSeed } from './proposal.js'
import { readStatement, type Statement } from './read-statement.js'
import { samplePassages } from './sample-passages.js'
import { spread } from './spread.js'

/** Passages that are read, at most: spread over the generation. */
const passagesRead = 400
/** Proposals of one kind, at most. */
const perKind = 8
/** Statements that are compared with each other, at most. */
const compared = 40

interface Found {
  statement: Statement
  seed: ProposalSeed
}

const toSeed = (passage: GenerationPassage, { start, end }: { start: number; end: number }): ProposalSeed => ({
  documentId: passage.documentId,
  start: passage.start + start,
  end: passage.start + end,
})

/**
 * Questions of several kinds that the passages of a generation seem to answer. The same generation gives the same ones, in
 * the same order; whether they are answered is for the answerer to say.
 */
export function proposeQuestions(options: { generation: Generation; language: Language }): Proposal[] {
  const { generation, language } = options
  const passages = samplePassages({ generation, count: passagesRead }).filter((passage) => !isReferenceList(passage))
  const found = passages.flatMap(readStatements)
  const proposals: Proposal[] = [
    ...findDefinitions(options).map(
      ({ title, passage, ...range }): Proposal => ({
        kind: 'definition',
        question: phraseDefinition({ subject: title, language }),
        seeds: [toSeed(passage, range)],
      }),
    ),
    ...found.flatMap(({ statement, seed }): Proposal[] => {
      const question = phraseStatement({ statement, language })
      return question ? [{ kind: statement.kind === 'date' ? 'date' : 'number', question, seeds: [seed] }] : []
    }),
    ...compare(found, language),
    ...passages.flatMap((passage) => proposeList(passage, language)),
  ]
  const distinct = [...new Map(proposals.map((proposal) => [proposal.question, proposal])).values()]
  const kinds = [...new Set(distinct.map(({ kind }) => kind))]
  return kinds.flatMap((kind) =>
    spread(
      distinct.filter((proposal) => proposal.kind === kind),
      perKind,
    ),
  )
}

function readStatements(passage: GenerationPassage): Found[] {
  const { text, title, language } = passage
  return splitPassage(text).flatMap(({ start, end }): Found[] => {
    const statement = readStatement({ sentence: text.slice(start, end), language, title })
    return statement ? [{ statement, seed: toSeed(passage, { start, end }) }] : []
  })
}

/** Of different articles. */
function compare(all: readonly Found[], language: Language): Proposal[] {
  const found = all.filter(({ statement }) => statement.kind !== 'date').slice(0, compared)
  return found.flatMap((one, i) =>
    found.slice(i + 1).flatMap((other): Proposal[] => {
      if (one.seed.documentId === other.seed.documentId) return []
      const question = phraseComparison({ one: one.statement, other: other.statement, language })
      return question ? [{ kind: 'comparison', question, seeds: [one.seed, other.seed] }] : []
    }),
  )
}

function proposeList(passage: GenerationPassage, language: Language): Proposal[] {
  const { text, title, headingPath } = passage
  const heading = headingPath.at(-1)
  if (passage.language !== language || !heading || heading === title) return []
  const sentences = splitPassage(text)
  for (const chosen of sentences) {
    const list = collectList({ text, sentences, chosen })
    const last = list?.items.at(-1)
    const question = list && list.items.length > 1 ? phraseList({ title, heading, language }) : null
    if (list && last && question)
      return [{ kind: 'list', question, seeds: [toSeed(passage, { start: list.lead.start, end: last.end })] }]
  }
  return []
}
