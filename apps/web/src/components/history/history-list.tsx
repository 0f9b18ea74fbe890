import type { ConversationSummary } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { deleteConversation, pinConversation, renameConversation } from '@/app/history/actions'

/** Conversations with what can be done with each: plain forms and native popovers, so that it works without a script. */
export function HistoryList(options: { conversations: readonly ConversationSummary[]; query: string; page: number }) {
  const t = useTranslations('history')
  const format = useFormatter()
  if (options.conversations.length === 0) return null
  return (
    <ul className="history-list">
      {options.conversations.map((conversation, index) => {
        const { id, title, pinnedAt } = conversation
        const place = (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="q" value={options.query} />
            <input type="hidden" name="page" value={options.page} />
          </>
        )
        return (
          <li key={id}>
            <a href={`/c/${encodeURIComponent(id)}#newest`} className="history-title">
              {title}
            </a>
            <p className="flex flex-wrap gap-x-3 text-note text-ink-3">
              {pinnedAt ? <span className="byline-label cursor-auto">{t('pinned')}</span> : null}
              <time dateTime={conversation.updatedAt}>
                {format.dateTime(new Date(conversation.updatedAt), { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </p>
            <div className="history-actions">
              <form action={pinConversation}>
                {place}
                <input type="hidden" name="pinned" value={pinnedAt ? 'false' : 'true'} />
                <button
                  type="submit"
                  className="quiet-button"
                  aria-label={t(pinnedAt ? 'unpinOf' : 'pinOf', { title })}
                >
                  {t(pinnedAt ? 'unpin' : 'pin')}
                </button>
              </form>
              <button
                type="button"
                popoverTarget={`rename-${index}`}
                className="quiet-button"
                aria-label={t('renameOf', { title })}
              >
                {t('rename')}
              </button>
              <button
                type="button"
                popoverTarget={`delete-${index}`}
                className="quiet-button"
                aria-label={t('deleteOf', { title })}
              >
                {t('delete')}
              </button>
            </div>
            <div
              id={`rename-${index}`}
              popover="auto"
              role="dialog"
              aria-label={t('renameOf', { title })}
              className="sheet-dialog"
            >
              <form action={renameConversation}>
                {place}
                <label className="block text-small">
                  {t('newTitle')}
                  <input
                    name="title"
                    required
                    maxLength={120}
                    defaultValue={title}
                    className="text-field mt-1 w-full"
                  />
                </label>
                <p className="mt-4 flex justify-end gap-2">
                  <button type="button" popoverTarget={`rename-${index}`} popoverTargetAction="hide" className="button">
                    {t('cancel')}
                  </button>
                  <button type="submit" className="button button-primary">
                    {t('save')}
                  </button>
                </p>
              </form>
            </div>
            <div
              id={`delete-${index}`}
              popover="auto"
              role="dialog"
              aria-label={t('deleteOf', { title })}
              className="sheet-dialog"
            >
              <form action={deleteConversation}>
                {place}
                <p>{t('deleteText', { title })}</p>
                <p className="mt-4 flex justify-end gap-2">
                  <button type="button" popoverTarget={`delete-${index}`} popoverTargetAction="hide" className="button">
                    {t('cancel')}
                  </button>
                  <button type="submit" className="button button-primary">
                    {t('deleteConfirm')}
                  </button>
                </p>
              </form>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
