import { describePlace } from '@shutten/core'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatConversationMarkdown } from '@/chat/format-conversation-markdown'
import { fromFilters, nameSource } from '@/chat/scope'
import { findDocumentTitles } from '@/server/chat/find-document-titles'
import { getOwnConversation } from '@/server/chat/get-own-conversation'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** A conversation as a Markdown file, each citation a footnote. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/conversations/:id/markdown',
    handle: async ({ server, request, param }) => {
      const { title, turns } = await getOwnConversation({ server, id: param('id') })
      const [language, labels, t, titles] = await Promise.all([
        getLocale(),
        getTranslations('answer'),
        getTranslations('chat.scope'),
        findDocumentTitles({ server, filters: turns.map(({ filters }) => filters) }),
      ])
      const markdown = formatConversationMarkdown({
        title,
        turns,
        verdictLabels: { partial: labels('partial'), unsupported: labels('unsupported') },
        describePlace: ({ place }) => (place ? describePlace({ place, language }) : null),
        describeScope({ filters }) {
          const scope = fromFilters(filters)
          if (scope === null) return t('narrowed')
          if (scope.kind === 'tag') return t('ofTag', { tag: scope.value })
          if (scope.kind === 'source') return t('ofSource', { source: nameSource(scope.value) })
          return scope.kind === 'document' ? t('ofDocument', { title: titles[scope.value] ?? t('gone') }) : null
        },
        origin: findOrigin(request),
      })
      const name = encodeURIComponent(`${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()}.md`)
      return new Response(markdown, {
        headers: {
          'Content-Type': 'text/markdown; charset=utf-8',
          'Content-Disposition': `attachment; filename="conversation.md"; filename*=UTF-8''${name}`,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  }),
})

/** As the reader sees it: through a proxy the request's own address is another. */
function findOrigin(request: Request): string {
  const { headers, url } = request
  const own = new URL(url)
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? own.protocol.slice(0, -1)
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host') ?? own.host
  return `${scheme}://${host}`
}
