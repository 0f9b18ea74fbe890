#!/usr/bin/env node
// Computes files/language_means.json: the mean vector of texts of each language in each role.
//   node recipe/language-means.mjs FOLDER > files/language_means.json
// FOLDER holds text files, one text a line, named <role>.<language>.<source>.txt (query.ja.quiz.txt, passage.en.news.txt);
// each source counts alike, however many lines it has. Build the packages first.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createModelThread } from '../../onnx/dist/index.js'
import { embeddingModel } from '../dist/index.js'

const share = 0.5
const folder = process.argv[2]
const thread = createModelThread({ embedder: embeddingModel })

const meanOf = (vectors) => {
  const mean = new Float64Array(embeddingModel.dimension)
  for (const vector of vectors)
    vector.forEach((value, i) => {
      mean[i] += value / vectors.length
    })
  return mean
}

const means = { query: {}, passage: {} }
for (const role of ['query', 'passage'])
  for (const language of ['ja', 'en']) {
    const sources = readdirSync(folder).filter((name) => name.startsWith(`${role}.${language}.`))
    if (sources.length === 0) throw new Error(`${folder} holds no ${role}.${language}.*.txt`)
    const bySource = []
    for (const name of sources) {
      const lines = readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)
      bySource.push(meanOf(await thread.embed({ texts: lines.map((line) => embeddingModel.prefixes[role] + line) })))
    }
    const bytes = Buffer.from(Float32Array.from(meanOf(bySource)).buffer)
    means[role][language] = bytes.toString('base64')
  }
await thread.close()
process.stdout.write(`${JSON.stringify({ share, encoding: 'base64 of little-endian float32', ...means }, null, 2)}\n`)
