import { setImmediate } from 'node:timers/promises'
import type { Generation, GenerationPassage, Language } from '@shutten/core'
import { collectList } from '../answer/collect-list.js'
import { isReferenceList } from '../answer/is-reference-list.js'
import { type PassageSentence, splitPassage } from '../answer/split-passage.js'
import { findDefinitions } from './find-definitions.js'
import { phraseComparison, phraseDefinition, phraseList, phraseStatement } from './phrase-question.js'
import type { Proposal, ProposalSeed } from './proposal.js'
import { readStatements, type Statement } from './read-statements.js'
import { samplePassages } from './sample-passages.js'
import { spread } from './spread.js'

/** Passages that are read, at most: spread over the generation. */
const passagesRead = 200
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

/** Passages that are read before others get their turn. */
const batch = 16
/** Stands where a list is announced; without it no list is looked for. */
const announces = /次の|以下の|下記の|following|follows|these|[:：]\s*\n/iu

/**
 * Questions of several kinds that the passages of a generation seem to answer. The same generation gives the same ones, in
 * the same order; whether they are answered is for the answerer to say.
 */
export async function proposeQuestions(options: { generation: Generation; language: Language }): Promise<Proposal[]> {
  const { generation, language } = options
  const passages = samplePassages({ generation, count: passagesRead }).filter((passage) => !isReferenceList(passage))
  const found: Found[] = []
  const lists: Proposal[] = []
  for (const [i, passage] of passages.entries()) {
    if (i % batch === 0) await setImmediate()
    const sentences = splitPassage(passage.text)
    found.push(...findStatements(passage, sentences))
    lists.push(...proposeList(passage, sentences, language))
  }
  const definitions = findDefinitions(options).flatMap(({ title, passage, ...range }): Proposal[] => {
    const question = phraseDefinition({ subject: title, language })
    return question ? [{ kind: 'definition', question, seeds: [toSeed(passage, range)] }] : []
  })
  const statements = found.flatMap(({ statement, seed }): Proposal[] => {
    const question = phraseStatement({ statement, language })
    return question ? [{ kind: statement.kind === 'date' ? 'date' : 'number', question, seeds: [seed] }] : []
  })
  const proposals = [...definitions, ...statements, ...compare(found, language), ...lists]
  const distinct = [...new Map(proposals.map((proposal) => [proposal.question, proposal])).values()]
  const kinds = [...new Set(distinct.map(({ kind }) => kind))]
  return kinds.flatMap((kind) =>
    spread(
      distinct.filter((proposal) => proposal.kind === kind),
      perKind,
    ),
  )
}

function findStatements(passage: GenerationPassage, sentences: readonly PassageSentence[]): Found[] {
  const { text, title, language } = passage
  return sentences.flatMap(({ start, end }) =>
    readStatements({ sentence: text.slice(start, end), language, title }).map(
      (statement): Found => ({ statement, seed: toSeed(passage, { start, end }) }),
    ),
  )
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

function proposeList(
  passage: GenerationPassage,
  sentences: readonly PassageSentence[],
  language: Language,
): Proposal[] {
  const { text, title, headingPath } = passage
  const heading = headingPath.at(-1)
  if (passage.language !== language || !heading || heading === title || !announces.test(text)) return []
  const question = phraseList({ title, heading, language })
  if (question === null) return []
  for (const chosen of sentences) {
    if (!announces.test(text.slice(chosen.start, chosen.end + 2))) continue
    const list = collectList({ text, sentences, chosen })
    const last = list?.items.at(-1)
    if (list?.lead && last && list.items.length > 1)
      return [{ kind: 'list', question, seeds: [toSeed(passage, { start: list.lead.start, end: last.end })] }]
  }
  return []
}
