'use client'

import type { SettingsView } from '@/server/settings/describe-settings'
import { AnswersForm, toAnswersBody, toAnswersDraft } from './answers-form'
import { ConversationsForm, toConversationsBody, toConversationsDraft } from './conversations-form'
import { DocumentsForm, toDocumentsBody, toDocumentsDraft } from './documents-form'
import { LanguagesForm, toLanguagesBody, toLanguagesDraft } from './languages-form'
import { QuestionsForm, toQuestionsBody, toQuestionsDraft } from './questions-form'
import { TryPanel } from './try-panel'
import { useSection } from './use-section'
import { toWriterBody, toWriterDraft } from './writer-draft'
import { WriterForm } from './writer-form'

/** All sections, each saved by itself, and a question that is tried with what stands in them. */
export function SettingsForms({ initial, question }: { initial: SettingsView; question: string }) {
  const { fixed } = initial
  const writer = useSection({ name: 'writer', initial: initial.writer, toDraft: toWriterDraft, toBody: toWriterBody })
  const answers = useSection({
    ...{ name: 'answers', initial: initial.answers, toDraft: toAnswersDraft, toBody: toAnswersBody },
  })
  const questions = useSection({
    ...{ name: 'questions', initial: initial.questions, toDraft: toQuestionsDraft, toBody: toQuestionsBody },
  })
  const documents = useSection({
    ...{ name: 'documents', initial: initial.documents, toDraft: toDocumentsDraft, toBody: toDocumentsBody },
  })
  const conversations = useSection({
    ...{ name: 'conversations', initial: initial.conversations },
    ...{ toDraft: toConversationsDraft, toBody: toConversationsBody },
  })
  const languages = useSection({
    ...{ name: 'languages', initial: initial.languages, toDraft: toLanguagesDraft, toBody: toLanguagesBody },
  })
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-12 lg:grid-cols-[3fr_2fr]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-14">
        <WriterForm section={writer} fixed={fixed.writer} />
        <AnswersForm section={answers} fixed={fixed.unsupportedSentences} />
        <QuestionsForm section={questions} fixed={fixed.guardMode} />
        <DocumentsForm section={documents} />
        <ConversationsForm section={conversations} />
        <LanguagesForm section={languages} />
      </div>
      <TryPanel
        question={question}
        read={() => ({
          writer: writer.body(),
          answers: answers.body().values,
          questions: questions.body().values,
        })}
        isUnsaved={writer.isChanged || answers.isChanged || questions.isChanged}
      />
    </div>
  )
}
