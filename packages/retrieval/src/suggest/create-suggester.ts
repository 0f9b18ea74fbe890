import { type Generation, isShuttenError, type Language } from '@shutten/core'
import type { Answerer } from '../answer/create-answerer.js'
import { finishAnswer } from '../answer/finish-answer.js'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import type { Proposal, ProposalKind } from './proposal.js'
import { proposeQuestions } from './propose-questions.js'

/** One of each, in this order, before a second of any; each of another article where there is one. */
const order: readonly ProposalKind[] = ['definition', 'number', 'comparison', 'date', 'list']
/** Questions asked to find those that are answered, at most, for each that is wanted. */
const attemptsEach = 5

export interface Suggester {
  /**
   * Questions of several kinds that the generation which serves answers: each was asked, and answered from the sentence that
   * it was made of. The same generation gives the same ones. Empty before anything is indexed.
   * Errors: INDEX_DAMAGED.
   *
   * @param options.patience how long to wait for all of them, milliseconds; then those found by then are given
   */
  suggest(options: { language: Language; count: number; patience?: number }): Promise<string[]>
}

interface Search {
  found: string[]
  done: Promise<void>
}

/** Finds suggestions once a generation, in the background where nobody waits for them. */
export function createSuggester(options: {
  generations: ServingGenerations
  /** Without a language model: what it answers, a language model can write about. */
  answerer: Pick<Answerer, 'ask'>
}): Suggester {
  const { generations, answerer } = options
  let known: { generation: string; searches: Map<string, Search> } | null = null
  // One after the other: readers' questions come in between.
  let queue: Promise<unknown> = Promise.resolve()

  const isAnswered = async (proposal: Proposal, generation: string): Promise<boolean> => {
    const answer = await finishAnswer(answerer.ask({ question: proposal.question }))
    if (answer.generation !== generation.split(' ')[0]) return false
    return (
      answer.status === 'answered' &&
      proposal.seeds.every((seed) =>
        answer.citations.some(
          ({ documentId, start, end }) => documentId === seed.documentId && start < seed.end && end > seed.start,
        ),
      )
    )
  }

  const propose = async (id: string, language: Language): Promise<Proposal[]> => {
    const { generation, release } = await generations.acquire()
    try {
      return nameOf(generation) === id ? arrange(await proposeQuestions({ generation, language })) : []
    } finally {
      release()
    }
  }

  const begin = (id: string, language: Language, count: number): Search => {
    const found: string[] = []
    const kinds = new Set<ProposalKind>()
    const documents = new Set<string>()
    const isFresh = (proposal: Proposal) =>
      !kinds.has(proposal.kind) && proposal.seeds.every(({ documentId }) => !documents.has(documentId))
    const find = async () => {
      const proposals = await propose(id, language)
      const seen = new Set<Proposal>()
      for (const isWanted of [isFresh, ({ kind }: Proposal) => !kinds.has(kind), () => true])
        for (const proposal of proposals) {
          if (found.length >= count || seen.size >= count * attemptsEach || known?.generation !== id) return
          if (seen.has(proposal) || !isWanted(proposal)) continue
          seen.add(proposal)
          if (!(await isAnswered(proposal, id))) continue
          kinds.add(proposal.kind)
          for (const { documentId } of proposal.seeds) documents.add(documentId)
          found.push(proposal.question)
        }
    }
    const done = queue.then(find)
    // What made a question fail makes the reader's fail, too, and is told there; here it is tried again the next time.
    const settled = done.catch(() => {
      if (known?.generation === id) known.searches.delete(toKey(language, count))
    })
    queue = settled
    return { found, done: settled }
  }

  return {
    async suggest({ language, count, patience }) {
      const lease = await generations.acquire().catch((error: unknown) => {
        if (isShuttenError(error) && error.code === 'INDEX_EMPTY') return null
        throw error
      })
      if (!lease) return []
      const id = nameOf(lease.generation)
      lease.release()
      if (known?.generation !== id) known = { generation: id, searches: new Map() }
      const key = toKey(language, count)
      const search = known.searches.get(key) ?? begin(id, language, count)
      known.searches.set(key, search)
      if (patience === undefined) await search.done
      else await withPatience(search.done, patience)
      return [...search.found]
    },
  }
}

/** With what was excluded from it: a question about that is not suggested any more. */
const nameOf = ({ id, view = '' }: Generation) => `${id} ${view}`

const toKey = (language: Language, count: number) => `${language}:${count}`

/** The first of each kind, then the second of each …: kinds in their order. */
function arrange(proposals: readonly Proposal[]): Proposal[] {
  const byKind = order.map((kind) => proposals.filter((proposal) => proposal.kind === kind))
  const longest = Math.max(0, ...byKind.map(({ length }) => length))
  return Array.from({ length: longest }, (_, i) => byKind.flatMap((all) => all[i] ?? [])).flat()
}

function withPatience(done: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void done.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
