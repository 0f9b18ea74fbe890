import { describe, expect, it } from 'vitest'
import { readSourceFields, toSourceInput } from './read-source-form'

const read = (given: Record<string, string>, isNew = true) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return toSourceInput({ fields: readSourceFields(form), isNew })
}

describe('the form of a source', () => {
  it('is read as the source manager takes it', () => {
    expect(
      read({
        name: '規程',
        kind: 'sitemap',
        location: 'https://example.com/sitemap.xml',
        when: 'cron',
        cron: '0 4 * * *',
        timeZone: ' Asia/Tokyo ',
        include: '人事/**\r\n\r\n*.html ',
        language: 'ja',
        tags: '人事、規程, 2026',
        allowedHosts: 'intra.example:8080\n',
      }),
    ).toEqual({
      name: '規程',
      kind: 'sitemap',
      location: 'https://example.com/sitemap.xml',
      schedule: { cron: '0 4 * * *', timeZone: 'Asia/Tokyo' },
      include: ['人事/**', '*.html'],
      exclude: [],
      language: 'ja',
      tags: ['人事', '規程', '2026'],
      allowedHosts: ['intra.example:8080'],
      followedHosts: [],
    })
  })

  it('leaves to the manager what is left empty', () => {
    const input = read({ kind: 'folder', location: '/記事', when: 'default', cron: '* * * * *', language: 'auto' })
    expect(input).not.toHaveProperty('name')
    expect(input).not.toHaveProperty('schedule')
    expect(input).toMatchObject({ kind: 'folder', language: null, tags: [] })
    expect(read({ when: 'manual' })).toMatchObject({ schedule: null })
    expect(read({ when: 'cron', cron: '@daily' })).toMatchObject({ schedule: { cron: '@daily' } })
    expect(read({ kind: 'feed', location: 'x' }, false)).not.toHaveProperty('kind')
  })
})
