import { useTranslations } from 'next-intl'
import { deleteAllConversations } from '@/app/history/actions'

/** Clears the history for good, after it was asked whether that is meant. */
export function DeleteAll({ count }: { count: number }) {
  const t = useTranslations('history')
  return (
    <div className="mt-12 border-t border-rule pt-4 text-end">
      <button type="button" popoverTarget="delete-all" className="quiet-button">
        {t('deleteAll')}
      </button>
      <div id="delete-all" popover="auto" role="dialog" aria-label={t('deleteAll')} className="sheet-dialog text-start">
        <form action={deleteAllConversations}>
          <p>{t('deleteAllText', { count })}</p>
          <p className="mt-4 flex justify-end gap-2">
            <button type="button" popoverTarget="delete-all" popoverTargetAction="hide" className="button">
              {t('cancel')}
            </button>
            <button type="submit" className="button button-primary">
              {t('deleteAllConfirm')}
            </button>
          </p>
        </form>
      </div>
    </div>
  )
}
