import { readFile } from 'node:fs/promises'
import { createRandom } from '../../shared/create-random.js'
import { shuffle } from '../../shared/shuffle.js'
import type { AnalyzerSet, SetDocument, SetQuestion } from './analyzer-set.js'

interface SquadFile {
  data: {
    title: string
    paragraphs: { context: string; qas: { question: string; is_impossible?: boolean }[] }[]
  }[]
}

/** JSQuAD puts the title in front of the paragraph. */
const titleMark = ' [SEP] '

/** A file in the form of SQuAD 2.0: each paragraph a document, and as many of its questions as asked for, by chance. */
export async function readSquadSet(options: {
  name: string
  file: string
  questions: number
  seed: number
}): Promise<AnalyzerSet> {
  const { data } = JSON.parse(await readFile(options.file, 'utf8')) as SquadFile
  const documents: SetDocument[] = []
  const positions = new Map<string, number>()
  const questions: SetQuestion[] = []
  for (const article of data)
    for (const { context, qas } of article.paragraphs) {
      const at = context.indexOf(titleMark)
      const title = at < 0 ? article.title : context.slice(0, at)
      const body = at < 0 ? context : context.slice(at + titleMark.length)
      const position = positions.get(body) ?? documents.length
      positions.set(body, position)
      documents[position] = { title, headings: '', body }
      for (const { question, is_impossible: isImpossible } of qas)
        if (!isImpossible) questions.push({ text: question, relevant: [position] })
    }
  const picked = shuffle(questions, createRandom(options.seed)).slice(0, options.questions)
  return { name: options.name, documents, questions: picked }
}
