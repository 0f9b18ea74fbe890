import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/admin/pagination'
import { ImportGolden } from '@/components/admin/quality/import-golden'
import { QuestionList } from '@/components/admin/quality/question-list'
import { QuestionsControls } from '@/components/admin/quality/questions-controls'
import { questionsHref, readQuestionsFilter } from '@/components/admin/quality/questions-filter'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quality.questionsTitle') }
}

export default async function GoldenQuestionsPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = readQuestionsFilter(await props.searchParams)
  await requirePrincipal(questionsHref(filter))
  const [{ quality }, t] = await Promise.all([getServer(), getTranslations('admin.quality')])
  const { state, kind, language, query, page } = filter
  const [{ total, questions }, kinds, counts] = await Promise.all([
    quality.questions.list({
      query,
      offset: (page - 1) * pageSize,
      limit: pageSize,
      ...(state && { state }),
      ...(kind && { kind }),
      ...(language && { language }),
    }),
    quality.questions.listKinds(),
    quality.questions.count(),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(questionsHref({ ...filter, page: pages }))
  return (
    <>
      <p className="mb-4 text-small">
        <Link href="/admin/quality" prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </Link>
      </p>
      <h1 className="text-title">{t('questionsTitle')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-small text-ink-2">{t('questionsLead')}</p>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <Link href="/admin/quality/questions/new" prefetch={false} className="button button-primary">
          {t('add')}
        </Link>
        <ImportGolden />
        {counts.all > 0 ? (
          <a href="/api/v1/golden-questions/export" download className="button">
            {t('export')}
          </a>
        ) : null}
      </div>
      <QuestionsControls filter={filter} kinds={kinds} />
      <p className="mt-4 text-small tabular-nums">{t('total', { total })}</p>
      {total > 0 ? <QuestionList questions={questions} /> : null}
      <Pagination page={page} pages={pages} href={(page) => questionsHref({ ...filter, page })} />
    </>
  )
}
