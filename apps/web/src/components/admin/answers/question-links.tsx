import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { playgroundDefaults, playgroundHref } from '../playground/playground-settings'
import { newGoldenHref } from '../quality/questions-filter'

/** What an editor does with a question that was asked: looks at it in the playground, keeps it as a golden question. */
export function QuestionLinks({ question }: { question: string }) {
  const t = useTranslations('admin.answers')
  return (
    <>
      <Link
        href={playgroundHref({ query: question, a: playgroundDefaults, b: null })}
        prefetch={false}
        aria-label={t('tryOf', { question })}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {t('try')}
      </Link>
      <Link
        href={newGoldenHref({ question })}
        prefetch={false}
        aria-label={t('goldenOf', { question })}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {t('golden')}
      </Link>
    </>
  )
}
