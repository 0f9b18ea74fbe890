import { describe, expect, it } from 'vitest'
import { extractHtml } from './extract-html.js'

const uri = 'https://example.com/articles/clip.html'
const extract = (html: string) => extractHtml({ text: html, uri })
const body = (html: string) => extract(`<!doctype html><html lang="ja"><body>${html}</body></html>`)

describe('when it was published, and its key words', () => {
  const page = (head: string, content = '<p>本文。</p>') =>
    extract(`<html><head>${head}</head><body><main>${content}</main>`)

  it.each([
    ['<meta property="article:published_time" content="2026-03-31T09:00:00+09:00">', '2026-03-31T00:00:00.000Z'],
    ['<meta itemprop="datePublished" content="2026-03-31">', '2026-03-31T00:00:00.000Z'],
    ['<meta name="DC.date" content="2026-03-31">', '2026-03-31T00:00:00.000Z'],
    [
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-03-31"}</script>',
      '2026-03-31T00:00:00.000Z',
    ],
    [
      '<meta name="date" content="2020-01-01"><meta property="article:published_time" content="2026-03-31">',
      '2026-03-31T00:00:00.000Z',
    ],
    [
      '<meta property="article:published_time" content="soon"><meta name="date" content="2026-03-31">',
      '2026-03-31T00:00:00.000Z',
    ],
    ['<meta property="article:modified_time" content="2026-03-31">', null],
    ['', null],
  ])('%s', (head, expected) => {
    expect(page(head).publishedAt).toBe(expected)
  })

  it('takes the first <time> of the content where nothing else says it', () => {
    const times =
      '<p><time>昨日</time><time datetime="2026-03-31">三月末</time></p><time datetime="2026-04-01">x</time>'
    expect(page('', times).publishedAt).toBe('2026-03-31T00:00:00.000Z')
    expect(page('', '<p><time>2026年3月31日</time>の記事。</p>').publishedAt).toBe('2026-03-31T00:00:00.000Z')
    expect(page('<meta name="date" content="2020-01-01">', times).publishedAt).toBe('2020-01-01T00:00:00.000Z')
  })

  it('makes tags of key words, each once, before those that are given', () => {
    const head = '<meta name="keywords" content="人事, 規定、 ,人事"><meta property="article:tag" content="A  B">'
    const html = `<html><head>${head}</head><body><p>本文。</p>`
    expect(extractHtml({ text: html, uri, tags: ['与えた', '規定'] }).tags).toEqual(['A B', '人事', '規定', '与えた'])
  })
})

describe('what is read', () => {
  it('is the main content with headings, lists, tables and code', () => {
    const document = body(`
      <header><a href="/">サイト名</a></header><nav>メニュー</nav>
      <main>
        <article>
          <header><h1>CLIPの仕組み<a class="headerlink" href="#x">¶</a></h1></header>
          <p>CLIPは画像と
             文章を<b>同じ</b>空間に置く。</p>
          <h2>手順</h2>
          <ol><li>画像を符号化する<ul><li>ViTを使う</li></ul></li><li><p>文章を符号化する</p></li></ol>
          <blockquote>引用文。</blockquote>
          <pre><code>a = 1
  b = 2</code></pre>
          <table><caption>表1</caption><thead><tr><th>モデル</th><th>次元</th></tr></thead>
            <tr><td>ViT-B</td><td>512</td></tr><tr><td>ViT-L</td><td></td></tr></table>
        </article>
        <aside>関連記事</aside>
      </main>
      <footer>© 例</footer>`)
    expect(
      document.blocks.map(({ kind, level, start, end }) => [kind, level, document.text.slice(start, end)]),
    ).toEqual([
      ['heading', 1, 'CLIPの仕組み'],
      ['paragraph', undefined, 'CLIPは画像と文章を同じ空間に置く。'],
      ['heading', 2, '手順'],
      ['list-item', 1, '1. 画像を符号化する'],
      ['list-item', 2, 'ViTを使う'],
      ['list-item', 1, '2. 文章を符号化する'],
      ['quote', undefined, '引用文。'],
      ['code', undefined, 'a = 1\n  b = 2'],
      ['paragraph', undefined, '表1'],
      ['table-row', undefined, 'モデル: ViT-B、次元: 512'],
      ['table-row', undefined, 'モデル: ViT-L'],
    ])
    expect(document.title).toBe('CLIPの仕組み')
  })

  it.each([
    ['a script', '<script>秘密()</script>'],
    ['a style', '<style>.秘密{}</style>'],
    ['a comment', '<!-- 秘密 -->'],
    ['a template', '<template><p>秘密</p></template>'],
    ['noscript', '<noscript>秘密</noscript>'],
    ['hidden', '<div hidden><p>秘密</p></div>'],
    ['hidden=until-found', '<div hidden="until-found">秘密</div>'],
    ['aria-hidden', '<span aria-hidden="true">秘密</span>'],
    ['display:none', '<p style="color:red; DISPLAY : none">秘密</p>'],
    ['visibility:hidden', '<p style="visibility:hidden">秘密</p>'],
    ['font-size:0', '<span style="font-size:0px">秘密</span>'],
    ['nav', '<nav>秘密</nav>'],
    ['role=navigation', '<div role="navigation">秘密</div>'],
    ['aside', '<aside>秘密</aside>'],
    ['footer', '<footer>秘密</footer>'],
    ['a page header', '<header>秘密</header>'],
    ['a form control', '<button>秘密</button><select><option>秘密</option></select><textarea>秘密</textarea>'],
    ['svg', '<svg><title>秘密</title><text>秘密</text></svg>'],
    ['an iframe', '<iframe srcdoc="秘密">秘密</iframe>'],
    ['a conditional comment', '<!--[if IE]><p>秘密</p><![endif]-->'],
    ['an attribute', '<p title="秘密" data-x="秘密">文。</p>'],
    ['CDATA in foreign content', '<svg><![CDATA[秘密]]></svg>'],
  ])('never is %s', (_name, html) => {
    const document = body(`<p>前の文。</p>${html}<p>後の文。</p>`)
    expect(document.text).toContain('前の文。')
    expect(document.text).toContain('後の文。')
    expect(document.text).not.toContain('秘密')
  })

  it('keeps the base of ruby and drops the reading', () => {
    expect(body('<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む。</p>').text).toBe('漢字を読む。')
  })

  it('resolves entities, line breaks and non-breaking spaces, and gives NFC', () => {
    expect(body('<p>A&amp;B &lt;tag&gt;&nbsp;か&#x3099;<br>次の行<wbr>です&#8232;終&shy;わり&#7;</p>').text).toBe(
      'A&B <tag>\u00a0が\n次の行です\n終わり',
    )
  })

  it('maps blocks to the source', () => {
    const html = '<html><body><p>  一つ目の <b>文</b>。 </p><p>二つ目。</p></body></html>'
    const document = extract(html)
    const [first, second] = document.blocks
    expect(html.slice(first?.source?.start, first?.source?.end).trim()).toBe('一つ目の <b>文</b>。')
    expect(html.slice(second?.source?.start, second?.source?.end)).toBe('二つ目。')
  })

  it('reads a page without any structure and a broken one', () => {
    expect(extract('ただの文。<p>閉じない<b>段落').text).toBe('ただの文。\n\n閉じない段落')
  })

  it('reads a layout table as blocks and a table with row heads as rows', () => {
    expect(
      body('<table><tr><td><h2>見出し</h2><p>本文。</p></td></tr></table>').blocks.map(({ kind }) => kind),
    ).toEqual(['heading', 'paragraph'])
    expect(
      body(
        '<table><tr><th>名</th><th colspan="2">大きさ</th></tr><tr><th rowspan="2">甲</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      ).text,
    ).toBe('名: 甲、大きさ: 1、大きさ: 2\n名: 甲、大きさ: 3、大きさ: 4')
  })

  it('takes articles for the content when they hold the text, and not when they are teasers', () => {
    expect(body('<div>広告</div><article><p>記事の本文がここに長くあります。</p></article>').text).not.toContain('広告')
    expect(body(`<p>${'本文。'.repeat(100)}</p><article>予告</article>`).text).toContain('本文。')
  })
})

describe('title and language', () => {
  it.each([
    ['<title>CLIP | 解説サイト</title><h1>CLIP</h1><p>x</p>', 'CLIP'],
    ['<title>ページの題</title><h1>別の見出し</h1><p>x</p>', 'ページの題'],
    ['<meta property="og:title" content="共有の題"><p>x</p>', '共有の題'],
    ['<h1>見出し &amp; 題</h1><p>x</p>', '見出し & 題'],
    ['<p>題がない</p>', 'clip'],
    ['<svg><title>図</title></svg><p>x</p>', 'clip'],
  ])('%s', (html, title) => {
    expect(extract(html).title).toBe(title)
  })

  it('takes the lang attribute before its own guess', () => {
    expect(extract('<html lang="en-US"><p>こんにちは</p>').language).toBe('en')
    expect(extract('<html lang="fr"><p>こんにちは、世界。</p>').language).toBe('ja')
    expect(extract('<p>Hello world.</p>').language).toBe('en')
  })
})

describe('awkward pages', () => {
  it('calls a page without visible text empty', () => {
    expect(() => body('<script>x()</script><p hidden>y</p>')).toThrow(expect.objectContaining({ code: 'SOURCE_EMPTY' }))
  })
  it('reads or refuses a page of a hundred thousand nested elements, and does not crash', () => {
    const html = `${'<div>'.repeat(100_000)}深い${'</div>'.repeat(100_000)}`
    try {
      expect(extract(html).text).toBe('深い')
    } catch (error) {
      expect(error).toMatchObject({ code: 'SOURCE_UNREADABLE' })
    }
  }, 60_000)
})
