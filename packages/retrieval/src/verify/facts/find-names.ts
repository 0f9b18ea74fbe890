import type { TextSpan } from '@shutten/text'

export interface Name extends TextSpan {
  /** The form in which names compare: lower case, NFKC, without joints and possessive. */
  key: string
  /**
   * How surely it is a name: `firm` for one with figures or two capitals, Latin letters in a Japanese text, countries and
   * organisations; `likely` for a capital word or a katakana word that is no common one.
   */
  certainty: 'firm' | 'likely'
  script: 'latin' | 'katakana' | 'kanji'
}

const latin = /[\p{Script=Latin}][\p{Script=Latin}\p{Nd}]*(?:[-‐.·・'’+&_][\p{Script=Latin}\p{Nd}]+)*\+*/gu
const katakana = /[\p{Script=Katakana}ー](?:[\p{Script=Katakana}ー]|・(?=\p{Script=Katakana}))+/gu
const organisation =
  /[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}]{1,16}?(?:大学院|大学|研究所|研究院|株式会社|新聞|銀行|学会|協会|財団|省|庁)(?!\p{Script=Han})/gu
const country =
  /(?<!\p{Script=Han})(?:日本(?!語|人)|米国|英国|中国|韓国|独国|仏国|台湾|香港|欧州|東京|大阪|京都|北米|南米|北京|上海|ドイツ|フランス|アメリカ|イギリス|ロシア|インド|カナダ|イタリア|スペイン|オランダ|スイス|スウェーデン|オーストラリア|ブラジル|シンガポール|イスラエル|ベトナム|タイ(?=の|で))(?!語)/gu
/** Latin words that Japanese texts hold as common ones: units, and what any text about computers says. */
const commonLatin = new Set(
  'ai api apis cpu gpu gpus url pdf web it os pc sns id app apps it ml nlp llm llms tv the a an of in on for and or to with by vs etc et al is was'.split(
    ' ',
  ),
)
/** Loan words that say a common thing; another of them in its place is a paraphrase rather than another name. */
const commonKatakana = new Set(
  `モデル データ システム サービス ユーザー ユーザ タスク テキスト プロセス パフォーマンス スコア テスト ツール ケース レベル タイプ バージョン ソース コード プログラム
  ソフトウェア ハードウェア アプリ アプリケーション ネットワーク インターネット サーバー サーバ クラウド コンピュータ コンピューター パラメータ パラメーター トークン データセット データベース
  アルゴリズム アプローチ メリット デメリット ポイント プロジェクト リリース サポート サイズ スケール コスト リソース ライセンス ファイル フォーマット パターン ベース ベクトル メモリ メモリー
  フレームワーク プラットフォーム ベンチマーク エンジン コンテンツ ドキュメント カメラ スマートフォン ロボット デバイス センサー ビジネス ニュース メディア レイヤー チーム メンバー グループ
  リスト カテゴリ カテゴリー クラス ラベル ステップ ルール トレーニング ファインチューニング インプット アウトプット プロンプト チャット チャットボット オープン オープンソース セキュリティ
  プライバシー リスク バイアス エラー ノイズ イメージ オブジェクト フレーム ウェブ サイト ページ アクセス ダウンロード アップロード インストール セット ペア ランダム シンプル スピード
  グローバル ローカル リアルタイム ゼロ プラス マイナス パーセント ポイント ドル ユーロ キロ メートル メガ ギガ バイト ビット ピクセル ミリ センチ グラム`.split(
    /\s+/,
  ),
)
/** English words that begin with a capital for other reasons than being names. */
const capitalWords = new Set(
  'the a an this that these those it its he she they we you i in on at by for from with of to as and or but if when while after before since although because both each some many most all one two three there here his her their our your no not however also moreover furthermore additionally finally first second third unlike like during between among under over more less about according based using trained released developed published january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english japanese'.split(
    ' ',
  ),
)

const verbAhead =
  /^\s(?:is|was|has|had|will|can|could|does|did|\p{Ll}+ed|made|began|built|wrote|sold|won|led|gave|took|held|ran|set|put|grew|became)\b/u

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

export function nameKey(name: string): string {
  return fold(name.replace(/['’]s$/u, '').replace(/(?<=\p{Ll}{2})s$/u, ''))
    .replace(/[-‐.·・'’&_\s]/gu, '')
    .replace(/ー+$/u, '')
}

/** What a text names, in order. `isJapanese`: any Latin word counts, as Japanese writes its own words otherwise. */
export function findNames(text: string, options: { isJapanese: boolean }): Name[] {
  const names: Name[] = []
  const add = (match: RegExpExecArray, part: Pick<Name, 'certainty' | 'script'>) =>
    names.push({ ...part, key: nameKey(match[0]), start: match.index, end: match.index + match[0].length })
  for (const match of text.normalize('NFC').matchAll(latin)) {
    const certainty = latinCertainty(match, text, options.isJapanese)
    if (certainty) add(match, { certainty, script: 'latin' })
  }
  if (!options.isJapanese) return names
  for (const match of text.matchAll(katakana)) {
    const isCommon = commonKatakana.has(match[0]) || match[0].length < 3
    if (!isCommon) add(match, { certainty: 'likely', script: 'katakana' })
  }
  for (const pattern of [organisation, country])
    for (const match of text.matchAll(pattern)) add(match, { certainty: 'firm', script: 'kanji' })
  return names.sort((a, b) => a.start - b.start)
}

function latinCertainty(match: RegExpExecArray, text: string, isJapanese: boolean): Name['certainty'] | null {
  const word = match[0].replace(/['’]s$/u, '')
  const lower = fold(word)
  // What follows a figure without a gap is its unit.
  if (/\p{Nd}\s?$/u.test(text.slice(0, match.index)) && !/\p{Lu}.*\p{Nd}|\p{Nd}/u.test(word)) return null
  if (commonLatin.has(lower) || word.length < 2) return null
  const hasFigure = /\p{Nd}/u.test(word)
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  if (hasFigure || capitals >= 2) return 'firm'
  if (isJapanese) return 'firm'
  if (capitals === 0 || capitalWords.has(lower)) return null
  const beginsSentence = /(?:^|[.!?。]\s*|[:：]\s*)["'“(]?$/u.test(text.slice(0, match.index))
  if (!beginsSentence) return 'likely'
  // Without an article, and before a verb, a singular word is a name more often than not.
  return !/s$/u.test(word) && verbAhead.test(text.slice(match.index + match[0].length)) ? 'likely' : null
}
