import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BaseCorpus } from './corpus.js'
import { readSampleArticles } from './read-sample-articles.js'
import { readSquad } from './read-squad.js'

const files = ['jsquad/valid-v1.3.json', 'jaquad/jaquad_dev_0000.json']

/** The evaluation sets where the folder has them, else the sample articles. */
export async function readBaseCorpus(options: { evaluationFolder: string; seed: number }): Promise<BaseCorpus> {
  const found = files.map((file) => path.join(options.evaluationFolder, file)).filter((file) => existsSync(file))
  return found.length > 0 ? readSquad({ files: found, seed: options.seed }) : readSampleArticles()
}
