import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const provided = /const \{([^}]+)\} = await getMessages/.exec(
  readFileSync(path.join(folder, 'chat-messages-provider.tsx'), 'utf8'),
)
const namespaces = new Set(provided?.[1]?.split(',').map((name) => name.trim()))
/** Rendered by the server alone, which has all words. */
const ofTheServer = new Set(['colophon.tsx', 'recent-conversations.tsx', 'welcome.tsx'])

describe('ChatMessagesProvider', () => {
  it('gives the islands all the words that they ask for', () => {
    for (const part of ['answer', 'chat', 'conversation', 'feedback', 'share', 'source'])
      for (const file of readdirSync(path.join(folder, '..', part))) {
        if (!/^(?!.*\.test\.).*\.tsx$/.test(file) || ofTheServer.has(file)) continue
        const text = readFileSync(path.join(folder, '..', part, file), 'utf8')
        for (const [, name = ''] of text.matchAll(/useTranslations\('([a-zA-Z]+)/g))
          expect([file, name, namespaces.has(name)]).toEqual([file, name, true])
      }
  })
})
