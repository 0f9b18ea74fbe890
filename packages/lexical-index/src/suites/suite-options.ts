import type { LexicalIndexFactory } from '@shutten/core'

export interface SuiteOptions {
  createFactory: () => LexicalIndexFactory
}
