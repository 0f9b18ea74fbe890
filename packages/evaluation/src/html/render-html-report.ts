import { createHash } from 'node:crypto'
import type { Language } from '@shutten/core'
import type { ReportComparison } from '../report/compare-reports.js'
import type { EvaluationReport } from '../report/report.js'
import { renderLabel } from './label.js'
import { html, Markup } from './markup.js'
import { script } from './script.js'
import { renderCalibration } from './sections/calibration.js'
import { renderComparison } from './sections/comparison.js'
import { renderKinds } from './sections/kinds.js'
import { renderLatency } from './sections/latency.js'
import { renderQuestions } from './sections/questions.js'
import { renderRefusal } from './sections/refusal.js'
import { renderRetrieval } from './sections/retrieval.js'
import { renderRobustness } from './sections/robustness.js'
import { renderRun } from './sections/run.js'
import { renderScores } from './sections/scores.js'
import { renderSection } from './sections/section.js'
import { renderSummary } from './sections/summary.js'
import { style } from './style.js'

/**
 * The report as one HTML page that needs nothing else: plots with their figures beside them, and every question, to be
 * filtered. It is in Japanese and English, light and dark, by the reader's choice; `language` is the one it opens in.
 * A policy in the page forbids it any request, and any script and style but its own.
 */
export function renderHtmlReport(options: {
  report: EvaluationReport
  /** An earlier report, and how this one compares with it. */
  against?: { before: EvaluationReport; comparison: ReportComparison } | null
  language?: Language
}): string {
  const { report, against = null, language = 'ja' } = options
  const originals = new Map(report.perQuestion.map(({ id, question, rank }) => [id, { question, rank }]))
  const figures = [
    renderRetrieval({ report, before: against?.before ?? null }),
    renderCalibration(report),
    ...renderLatency(report),
    renderRefusal(report),
  ]
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="Shutten">
<title>${report.dataset} – Shutten</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header><div><h1>${renderLabel({ ja: '評価報告', en: 'Evaluation' })} ${report.dataset}</h1><p>${renderLabel({
    ja: `${report.questions} 問、文書 ${report.documents ?? '?'} 件、${report.seconds.toFixed(0)} 秒`,
    en: `${report.questions} questions, ${report.documents ?? '?'} documents, ${report.seconds.toFixed(0)} s`,
  })}${report.run && html` · <time datetime="${report.run.createdAt}">${report.run.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>`}</p></div>${renderChoices(language)}</header>
<main>
${renderSummary(report)}${against && renderComparison(against.comparison)}${renderScores(report)}${renderKinds(report)}${
  figures.some(Boolean) &&
  renderSection({
    id: 'plots',
    title: { ja: '図', en: 'Plots' },
    body: html`<div class="pair">${figures}</div>`,
  })
}${report.robustness && renderRobustness({ robustness: report.robustness, originals })}${renderQuestions(report.perQuestion)}${report.run && renderRun(report.run)}</main>
<script>${new Markup(script)}</script>
</body>
</html>
`
  return page.text
}

function renderChoices(language: Language): Markup {
  const choice = (name: string, value: string, isChecked: boolean, label: Markup) =>
    html`<input type="radio" name="${name}" id="${name}-${value}" value="${value}"${isChecked ? html` checked` : null}><label for="${name}-${value}">${label}</label>`
  return html`<div class="choices"><fieldset><legend>${renderLabel({ ja: '言語', en: 'Language' })}</legend>${choice('language', 'ja', language === 'ja', html`<span lang="ja">日本語</span>`)}${choice('language', 'en', language === 'en', html`<span lang="en">English</span>`)}</fieldset><fieldset><legend>${renderLabel({ ja: '配色', en: 'Theme' })}</legend>${choice('theme', 'auto', true, renderLabel({ ja: '自動', en: 'Auto' }))}${choice('theme', 'light', false, renderLabel({ ja: '明', en: 'Light' }))}${choice('theme', 'dark', false, renderLabel({ ja: '暗', en: 'Dark' }))}</fieldset></div>`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
