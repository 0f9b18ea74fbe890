import type { DictionaryName } from '../analyzers/load-analyzer.js'

export interface CostTask {
  name: DictionaryName
  texts: readonly string[]
}

/** What it costs to use an analyser in a process that did nothing else. */
export interface Cost {
  /** Milliseconds of processor time, and bytes of memory, until the first text is analysed. */
  load: { processor: number; memory: number }
  /** Characters analysed in a second of processor time, once warm. */
  charactersPerSecond: number
}
