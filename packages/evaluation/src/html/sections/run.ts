import type { EvaluationRun } from '../../report/evaluation-run.js'
import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'
import { renderSection } from './section.js'

/** What the figures depend on besides dataset and code. */
export function renderRun({ id, createdAt, configuration, indexing }: EvaluationRun): Markup {
  const { options, software, retrieval } = configuration
  const rows: [Label, Markup | string][] = [
    [{ ja: '実行', en: 'Run' }, id],
    [{ ja: '日時', en: 'Time' }, createdAt],
    [{ ja: '埋め込みモデル', en: 'Embedder' }, configuration.embedder],
    [{ ja: 'リランカー', en: 'Reranker' }, configuration.reranker ?? '–'],
    [{ ja: '回答の書き手', en: 'Generator' }, configuration.generator],
    [{ ja: '分割', en: 'Chunker' }, configuration.chunker],
    [{ ja: '語の解析', en: 'Analyser' }, configuration.analyser],
    [{ ja: '確信度の較正', en: 'Calibration' }, configuration.calibration],
    [{ ja: '検索の設定', en: 'Retrieval' }, html`<code>${JSON.stringify(retrieval)}</code>`],
    [{ ja: '指定', en: 'Options' }, html`<code>${JSON.stringify(options)}</code>`],
    [{ ja: 'ソフトウェア', en: 'Software' }, `Shutten ${software.shutten}, Node ${software.node}`],
  ]
  if (indexing)
    rows.push([
      { ja: '索引', en: 'Indexing' },
      renderLabel({
        ja: `文書 ${indexing.documents}、パッセージ ${indexing.passages}、うち新たに埋め込んだもの ${indexing.embedded}、${indexing.seconds.toFixed(1)} 秒`,
        en: `${indexing.documents} documents, ${indexing.passages} passages, ${indexing.embedded} of them embedded anew, ${indexing.seconds.toFixed(1)} s`,
      }),
    ])
  return renderSection({
    id: 'run',
    title: { ja: '条件', en: 'Conditions' },
    body: html`<dl class="run">${rows.map(([label, value]) => html`<dt>${renderLabel(label)}</dt><dd>${value}</dd>`)}</dl>`,
  })
}
