import { describe, expect, it } from 'vitest'
import { collectScopes } from './collect-scopes'

describe('collectScopes', () => {
  it('gives tags, and the folders and sites of several documents, by how much they hold', () => {
    const scopes = collectScopes([
      { uri: 'file:///a/b/one.md', tags: ['機械学習', 'ＬＬＭ', 'llm'] },
      { uri: 'file:///a/b/two.md', tags: ['LLM'] },
      { uri: 'https://example.org/x/1', tags: ['LLM', ' '] },
      { uri: 'https://EXAMPLE.org/y/2', tags: [] },
      { uri: 'https://example.org/z', tags: [] },
      { uri: 'note:7', tags: [] },
    ])
    expect(scopes.tags).toEqual([
      { tag: 'ＬＬＭ', documents: 3 },
      { tag: '機械学習', documents: 1 },
    ])
    expect(scopes.sources).toEqual([
      { uri: 'https://example.org/', documents: 3 },
      { uri: 'file:///a/b/', documents: 2 },
    ])
  })
  it('offers nothing that holds everything, or that there is nothing of', () => {
    expect(collectScopes([])).toEqual({ tags: [], sources: [] })
    const all = ['one', 'two'].map((name) => ({ uri: `file:///a/${name}`, tags: ['全部'] }))
    expect(collectScopes(all)).toEqual({ tags: [], sources: [] })
  })
})
