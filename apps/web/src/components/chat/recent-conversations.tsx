import type { ConversationSummary } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'

export function RecentConversations(options: { total: number; conversations: readonly ConversationSummary[] }) {
  const { total, conversations } = options
  const t = useTranslations('home')
  const format = useFormatter()
  if (conversations.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="mb-2 font-body text-note font-bold text-ink-2">{t('recent')}</h2>
      <ul className="border-t border-rule">
        {conversations.map((conversation) => (
          <li key={conversation.id} className="border-b border-rule">
            <a href={`/c/${encodeURIComponent(conversation.id)}#newest`} className="suggestion">
              <span className="truncate">{conversation.title}</span>
              <time dateTime={conversation.updatedAt} className="text-note whitespace-nowrap text-ink-3">
                {format.dateTime(new Date(conversation.updatedAt), { month: 'short', day: 'numeric' })}
              </time>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small">
        <a href="/history" className="text-ink-2 underline underline-offset-4">
          {t('allConversations', { count: total })}
        </a>
      </p>
    </section>
  )
}
