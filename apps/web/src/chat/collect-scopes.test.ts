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
  it('names the sources that are kept, and tells how much is asked of', () => {
    const documents = ['a/one.md', 'a/two.md', 'b/three.md', 'c/four.md'].map((path) => ({
      uri: `file:///${path}`,
      tags: [],
    }))
    const source = (uri: string, name: string, own: number | null = null) => ({
      uri,
      name,
      kind: 'folder' as const,
      documents: own,
    })
    const { sources } = collectScopes(documents, [
      source('file:///a/', '規程'),
      source('file:///b/three.md', '一件だけ'),
      source('file:///c/', '数が合わない', 2),
      source('file:///d/', '空'),
      source('file:///', '全部'),
    ])
    expect(sources).toEqual([
      { uri: 'file:///a/', documents: 2, name: '規程', kind: 'folder' },
      { uri: 'file:///b/three.md', documents: 1, name: '一件だけ', kind: 'folder' },
    ])
  })
  it('offers nothing that holds everything, or that there is nothing of', () => {
    expect(collectScopes([])).toEqual({ tags: [], sources: [] })
    const all = ['one', 'two'].map((name) => ({ uri: `file:///a/${name}`, tags: ['全部'] }))
    expect(collectScopes(all)).toEqual({ tags: [], sources: [] })
  })
})
