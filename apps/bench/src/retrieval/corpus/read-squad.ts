import { readFile } from 'node:fs/promises'
import { createRandom } from '../../shared/create-random.js'
import { shuffle } from '../../shared/shuffle.js'
import type { BaseCorpus, BenchPassage, BenchQuestion } from './corpus.js'
import { getPassageId } from './get-passage-id.js'

interface SquadFile {
  data: {
    title: string
    paragraphs: { context: string; qas: { question: string; is_impossible?: boolean }[] }[]
  }[]
}

/** JSQuAD puts the title in front of the paragraph. */
const titleMark = ' [SEP] '
/** Half of the paragraphs are asked about, the other half make the distractors: none of these holds an answer. */
const askedShare = 0.5

/** Paragraphs and questions of files in the form of SQuAD 2.0 (JSQuAD, JaQuAD): one paragraph is one passage. */
export async function readSquad(options: { files: readonly string[]; seed: number }): Promise<BaseCorpus> {
  const random = createRandom(options.seed)
  const passages = new Map<string, Omit<BenchPassage, 'id' | 'documentId'>>()
  const questions: { question: string; text: string }[] = []
  for (const file of options.files) {
    const { data } = JSON.parse(await readFile(file, 'utf8')) as SquadFile
    for (const article of data)
      for (const { context, qas } of article.paragraphs) {
        const at = context.indexOf(titleMark)
        const title = (at < 0 ? article.title : context.slice(0, at)).normalize('NFC')
        const text = (at < 0 ? context : context.slice(at + titleMark.length)).normalize('NFC').trim()
        if (!passages.has(text)) passages.set(text, { title, headingPath: [], text, language: 'ja' })
        for (const { question, is_impossible: isImpossible } of qas)
          if (!isImpossible) questions.push({ question, text })
      }
  }
  const shuffled = shuffle([...passages.values()], random).map((passage, position): BenchPassage => {
    const id = getPassageId(position)
    return { id, documentId: id, ...passage }
  })
  const asked = shuffled.slice(0, Math.ceil(shuffled.length * askedShare))
  const idByText = new Map(asked.map(({ id, text }) => [text, id]))
  return {
    name: 'JSQuAD, JaQuAD',
    asked,
    unasked: shuffled.slice(asked.length),
    questions: shuffle(questions, random).flatMap(({ question, text }): BenchQuestion[] => {
      const id = idByText.get(text)
      return id === undefined ? [] : [{ question, relevant: [id] }]
    }),
  }
}
