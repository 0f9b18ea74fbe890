import fc from 'fast-check'

const piece = fc.constantFrom(
  ...['基盤モデル', 'モデル', 'の', 'は', '学習', 'gpt-3', 'GPT', '3', 'c++', 'C#', '1.5b', '1.5', 'node.js', 'Été'],
  ...[
    'e.g.',
    "don't",
    'ｶﾀｶﾅ',
    'カタカナ',
    '㈱',
    '①',
    'ﬁ',
    'İstanbul',
    'straße',
    '"',
    'AND',
    '、',
    '。',
    ' ',
    '\n',
    '-',
    '🤖',
  ],
)

/** Texts whose words often meet, and some that hold anything. */
export const anyText = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

export const anyEntries = fc.array(fc.record({ title: anyText, headings: anyText, body: anyText }), { maxLength: 12 })
