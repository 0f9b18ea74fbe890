import type { EvaluationConfiguration } from '@shutten/evaluation'
import { defaultCalibration, defaultRetrievalSettings } from '@shutten/retrieval'
import type { Application } from '../composition.js'
import type { CommandConfiguration } from '../env.js'
import { readVersion } from '../read-version.js'

/** What the figures of an evaluation depend on: models, versions and settings, as they are wired. */
export async function describeConfiguration(options: {
  application: Application
  configuration: CommandConfiguration
  measured: EvaluationConfiguration['options']
}): Promise<EvaluationConfiguration> {
  const { application, configuration, measured } = options
  const { reranker, llm, root } = configuration
  const { embedder, reader } = await application.openModels()
  const serving = await application.database.ingestion.findServing()
  const manifest = (await (await application.openGenerations()).list()).find(({ id }) => id === serving?.id)?.manifest
  return {
    embedder: embedder.id,
    reranker: reranker === 'none' ? null : (reranker?.name ?? reader.id),
    generator: (llm === 'none' ? null : llm?.name) ?? 'extractive',
    chunker: manifest?.chunker ?? '',
    analyser: manifest?.lexical ?? '',
    calibration: defaultCalibration.version,
    retrieval: { ...defaultRetrievalSettings },
    options: measured,
    software: { shutten: readVersion({ root }), node: process.versions.node },
  }
}
