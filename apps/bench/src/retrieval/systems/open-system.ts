import type { createModels } from '../composition.js'
import type { OpenOptions, RetrievalSystem, SystemName } from './retrieval-system.js'

type Models = ReturnType<typeof createModels>

/** Imports a system's code, so that a process holds that of one system only; gives what opens its index. */
export async function importSystem(
  name: SystemName,
  models: Models,
): Promise<(options: OpenOptions) => Promise<RetrievalSystem>> {
  if (name === 'hnswlib') return (await import('./hnswlib-system.js')).openHnswlib
  if (name === 'langchain' || name === 'langchain-words') {
    const { openLangChain } = await import('./langchain-system.js')
    return (options) => openLangChain({ ...options, splitsWords: name === 'langchain-words' })
  }
  const { openShutten } = await import('./shutten-system.js')
  const reader = name === 'shutten-reranked' ? models.reader : null
  return (options) => openShutten({ ...options, reader })
}

/** The folder that holds a system's index: two systems that read the same files share it. */
export function getIndexFolder(name: SystemName): 'shutten' | 'langchain' {
  return name === 'shutten' || name === 'shutten-reranked' ? 'shutten' : 'langchain'
}
