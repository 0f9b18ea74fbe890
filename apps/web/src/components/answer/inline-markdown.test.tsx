import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createContentSecurityPolicy } from '@/server/content-security-policy'
import { DocumentLocation } from '../document/document-location'
import { MarkedText } from '../document/marked-text'
import { InlineMarkdown } from './inline-markdown'

const poisons = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://evil.example/p.png?d=1)',
  '[x](javascript:alert(1))',
  '**<iframe src="https://evil.example">**',
  '`<svg onload=alert(1)>`',
  'https://evil.example/click',
]

describe('what sources and models write', () => {
  it.each(poisons)('is shown as words: %s', (text) => {
    const answer = renderToStaticMarkup(createElement(InlineMarkdown, { text }))
    const quote = renderToStaticMarkup(
      createElement(MarkedText, {
        text,
        start: 0,
        end: text.length,
        cited: { quote: { start: 0, end: text.length }, highlights: [] },
      }),
    )
    for (const html of [answer, quote]) expect(html).not.toMatch(/<(?!\/?(?:code|strong|mark|em)[ >])/)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x'])(
    'leads nowhere as an address: %s',
    (uri) => {
      expect(renderToStaticMarkup(createElement(DocumentLocation, { uri }))).not.toContain('href')
    },
  )

  it('could load nothing from elsewhere even then', () => {
    const policy = createContentSecurityPolicy({ nonce: 'n', development: false })
    for (const directive of ['img-src', 'connect-src', 'script-src', 'default-src'])
      expect(policy.split('; ').find((one) => one.startsWith(directive))).not.toMatch(/https?:|\*|unsafe-inline/)
  })
})
