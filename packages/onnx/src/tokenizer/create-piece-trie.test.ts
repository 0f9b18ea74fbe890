import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPieceTrie } from './create-piece-trie.js'

test('finds exactly the pieces that were put in, also after its table has grown', () => {
  const pieces = new Map<string, number>(Array.from({ length: 60_000 }, (_, i) => [`${i.toString(3)}字`, i] as const))
  const trie = createPieceTrie([...pieces].map(([piece, id]) => [id, piece] as const))
  const find = (text: string) => {
    let node = 0
    for (let i = 0; i < text.length && node >= 0; i++) node = trie.next(node, text.charCodeAt(i))
    return node < 0 ? -1 : trie.piece(node)
  }
  for (const [piece, id] of pieces) if (find(piece) !== id) expect.fail(`${piece} is not found`)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '2', '字', 'x'), maxLength: 9 }), (text) => {
      expect(find(text)).toBe(pieces.get(text) ?? -1)
    }),
  )
})
