import { describe, expect, it } from 'vitest'
import { extractMarkdown } from './extract-markdown.js'

const uri = 'file:///articles/notes.md'
const extract = (text: string) => extractMarkdown({ text, uri })
const blocksOf = (text: string) => {
  const document = extract(text)
  return document.blocks.map(({ kind, level, start, end }) => [kind, level ?? null, document.text.slice(start, end)])
}

describe('blocks', () => {
  it('reads headings, paragraphs, lists, quotes, code and footnotes without their syntax', () => {
    expect(
      blocksOf(
        [
          '# CLIP *とは*',
          '',
          '**CLIP**は[画像](https://example.com/x?y "t")と文章を',
          '結ぶ`モデル`である[^1]。![図1 構成](a.png)',
          '',
          '手順:',
          '',
          '3. 画像を符号化する',
          '   - [x] ViTを使う',
          '4. 文章を符号化する',
          '',
          '   続きの段落。',
          '',
          '> 引用した文。',
          '',
          '```python',
          'a = 1',
          '  b = 2',
          '```',
          '',
          'Setext',
          '------',
          '',
          'Hard  ',
          'break and soft',
          'break.',
          '',
          '[^1]: 脚注の文。',
          '',
          '[ref]: https://example.com/ref',
        ].join('\n'),
      ),
    ).toEqual([
      ['heading', 1, 'CLIP とは'],
      ['paragraph', null, 'CLIPは画像と文章を結ぶモデルである。図1 構成'],
      ['paragraph', null, '手順:'],
      ['list-item', 1, '3. 画像を符号化する'],
      ['list-item', 2, 'ViTを使う'],
      ['list-item', 1, '4. 文章を符号化する'],
      ['list-item', 1, '続きの段落。'],
      ['quote', null, '引用した文。'],
      ['code', null, 'a = 1\n  b = 2'],
      ['heading', 2, 'Setext'],
      ['paragraph', null, 'Hard\nbreak and soft break.'],
      ['paragraph', null, '脚注の文。'],
    ])
  })

  it('reads a table as rows that keep their column names', () => {
    expect(blocksOf('| モデル | 層数 |\n|---|---|\n| **BERT** | 12 |\n| GPT |  |')).toEqual([
      ['table-row', null, 'モデル: BERT、層数: 12'],
      ['table-row', null, 'モデル: GPT'],
    ])
    expect(blocksOf('| Model | Layers |\n|---|---|\n| BERT | 12 |')).toEqual([
      ['table-row', null, 'Model: BERT; Layers: 12'],
    ])
  })

  it('keeps the visible text of a bare address and drops link targets', () => {
    const { text } = extract(
      '出典: <https://example.com/a> と [ここ](https://hidden.example/b) と [あれ][r]\n\n[r]: https://r.example',
    )
    expect(text).toBe('出典: https://example.com/a と ここ と あれ')
  })

  it('maps every block to the source', () => {
    const source = '---\ntitle: x\n---\n\n# 題\n\n本文 *です*。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<p>html</p>\n'
    const document = extract(source)
    expect(document.blocks.map((block) => source.slice(block.source?.start, block.source?.end))).toEqual([
      '# 題',
      '本文 *です*。',
      '| 1 | 2 |',
      'html',
    ])
  })
})

describe('html inside', () => {
  it.each([
    ['an inline script', '前<script>秘密()</script>後'],
    ['an inline style', '前 <style>秘密</style> 後'],
    ['an inline comment', '前 <!-- 秘密 --> 後'],
    ['an inline hidden element', '前 <span hidden>秘密 *秘密*</span> 後'],
    [
      'a hidden element over blank lines',
      '前\n\n<div hidden>\n\n秘密の段落。\n\n- 秘密\n\n<div>秘密</div>\n\n# 秘密\n\n</div>\n\n後',
    ],
    ['display:none over blank lines', '前\n\n<div style="display:none">\n\n秘密\n\n</div>\n\n後'],
    ['a block comment', '前\n\n<!--\n秘密\n\n秘密\n-->\n\n後'],
    ['a block script', '前\n\n<script>\n秘密\n\n秘密\n</script>\n\n後'],
    ['ruby', '前<ruby>漢字<rt>秘密</rt></ruby>後'],
    ['hidden in a heading', '# 前 <i aria-hidden="true">秘密</i>\n\n後'],
    ['hidden in a cell', '| 前 |\n|---|\n| 後 <b hidden>秘密</b> |'],
    ['front matter', '---\ncomment: 秘密\n---\n前後'],
    ['toml front matter', '+++\ntitle = "秘密"\n+++\n前後'],
    ['a link target', '[前](秘密.html "秘密") ![後](秘密.png "秘密")'],
    ['a definition', '前後\n\n[a]: 秘密.html "秘密"'],
  ])('never shows %s', (_name, text) => {
    const document = extract(text)
    expect(document.text).toContain('前')
    expect(document.text).toContain('後')
    expect(document.text).not.toContain('秘密')
    expect(document.title).not.toContain('秘密')
  })

  it('reads what is visible', () => {
    expect(extract('一行目<br>二行目 &amp; <b>太字</b> 1 < 2').text).toBe('一行目\n二行目 & 太字 1 < 2')
    expect(blocksOf('<details><summary>要約</summary>\n\n中身の*文*。\n\n</details>\n\n終わり。')).toEqual([
      ['paragraph', null, '要約'],
      ['paragraph', null, '中身の文。'],
      ['paragraph', null, '終わり。'],
    ])
  })
})

describe('metadata', () => {
  it('takes title, language and tags from front matter before everything else', () => {
    const document = extract(
      '---\n\ntitle: "BERT 入門"\nlang: en\ntags: [言語モデル, Google, Google]\n---\n\n# 別の見出し\n\n日本語の文です。',
    )
    expect(document).toMatchObject({ title: 'BERT 入門', language: 'en', tags: ['言語モデル', 'Google'] })
    expect(document.text).not.toContain('title')
  })
  it.each([
    ['date: 2026-03-31', '2026-03-31T00:00:00.000Z'],
    ['date: 2026-03-31 09:00:00 +0900', '2026-03-31T00:00:00.000Z'],
    ['published: 2026年3月31日\ndate: 2020-01-01', '2026-03-31T00:00:00.000Z'],
    ['published: いつか\ndate: 2026/3/31', '2026-03-31T00:00:00.000Z'],
    ['date: 20260331', null],
    ['title: 題', null],
  ])('takes when it was published from front matter: %j', (matter, expected) => {
    expect(extract(`---\n${matter}\n---\n本文。`).publishedAt).toBe(expected)
  })
  it('falls back to the first heading and to the file name', () => {
    expect(extract('序文。\n\n## 章').title).toBe('章')
    expect(extract('序文だけ。').title).toBe('notes')
    expect(extract('---\ntags: a, b\nlang: ja\n---\nHello').tags).toEqual(['a', 'b'])
  })
  it('survives broken front matter and a bomb of aliases', () => {
    expect(extract('---\ntitle: [a\n---\n\n本文。').text).toBe('本文。')
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntags: [*c,*c,*c,*c]\n---\n本文。`
    expect(extract(bomb).tags).toEqual([])
  })
  it('calls front matter alone empty', () => {
    expect(() => extract('---\ntitle: x\n---\n')).toThrow(expect.objectContaining({ code: 'SOURCE_EMPTY' }))
  })
})
