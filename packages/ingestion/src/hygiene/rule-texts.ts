import type { HygieneKind, Language } from '@shutten/core'

type Text = Record<Language, string>

const kinds: Record<HygieneKind, Text> = {
  email: { ja: 'メールアドレスがあります。', en: 'It holds an e-mail address.' },
  phone: { ja: '電話番号があります。', en: 'It holds a telephone number.' },
  'postal-address': { ja: '番地までの住所があります。', en: 'It holds an address down to the house or lot.' },
  'bank-account': { ja: '銀行口座の番号があります。', en: 'It holds the number of a bank account.' },
  'my-number': {
    ja: 'マイナンバー（個人番号）があります。検査用数字が合い、前後の語もそれを示しています。番号法は、定められた事務のほかでの収集と保管を禁じています。',
    en: 'It holds a My Number: the check digit is right and the words around speak of it. Japanese law forbids keeping it outside certain duties.',
  },
  'credit-card': {
    ja: 'クレジットカード番号があります（発行者の番号帯で、検査用数字が合います）。',
    en: 'It holds a payment card number: first digits of an issuer, and the check digit is right.',
  },
  secret: {
    ja: '鍵やトークンとみられる文字列があります。無効にして、発行し直してください。',
    en: 'It holds what looks like a key or token. Revoke it and issue another.',
  },
  instruction: {
    ja: '回答するモデルへの指示とみられる文があります。',
    en: 'It holds words that speak to the model that answers.',
  },
}

const rules: Record<string, Text> = {
  iban: { ja: '国際銀行口座番号（IBAN）があります。', en: 'It holds an international bank account number (IBAN).' },
  password: {
    ja: 'パスワードや暗証番号とみられる文字列があります。変更してください。',
    en: 'It holds what looks like a password. Change it.',
  },
  'private-key': {
    ja: '秘密鍵があります。無効にして、作り直してください。',
    en: 'It holds a private key. Revoke it and make another.',
  },
  'connection-string': {
    ja: '接続先の文字列の中にパスワードがあります。変更してください。',
    en: 'It holds a password within a connection string. Change it.',
  },
  override: {
    ja: '回答するモデルに、それまでの指示や規則を無視するよう求める文があります。',
    en: 'It tells the model that answers to ignore its instructions or rules.',
  },
  'addressed-to-model': {
    ja: '文書を読むAIに呼びかけ、回答を左右しようとする文があります。',
    en: 'It addresses the model that reads it, to steer its answers.',
  },
  persona: {
    ja: '回答するモデルに、別の役割や制限のない状態を取らせようとする文があります。',
    en: 'It makes the model that answers play another role, or drop its limits.',
  },
  'role-marker': {
    ja: 'システムや利用者の発言を装う記号や見出しがあります。',
    en: 'It imitates a turn of the system or of the user, or the end of the sources.',
  },
  'prompt-leak': {
    ja: '回答するモデルに、内部の指示や鍵を書き出すよう求める文があります。',
    en: 'It asks the model that answers for its instructions or keys.',
  },
  exfiltration: {
    ja: '会話の内容を、リンクや画像や送信によって外へ持ち出させようとする文があります。',
    en: 'It tries to carry the conversation out by a link, an image or a message.',
  },
  'dictated-answer': {
    ja: '回答の中身や形を、読むモデルに指図する文があります。',
    en: 'It dictates to the model that reads it what to answer.',
  },
  secrecy: {
    ja: '利用者に隠して何かをするよう、読むモデルに求める文があります。',
    en: 'It asks the model that reads it to keep something from the user.',
  },
  'invisible-text': {
    ja: '画面に表れず、モデルだけが読む文字の並びがあります。',
    en: 'It holds characters that a model reads and nobody sees.',
  },
  'encoded-instruction': {
    ja: '符号化（base64）された文の中に、モデルへの指示があります。',
    en: 'A text encoded in base64 speaks to the model that answers.',
  },
}

/** Why a rule found something, for an administrator. */
export function getRuleText(options: { kind: HygieneKind; rule: string }): Text {
  return rules[options.rule] ?? kinds[options.kind]
}

const placeholders: Record<HygieneKind, Text> = {
  email: { ja: 'メールアドレス', en: 'e-mail address' },
  phone: { ja: '電話番号', en: 'telephone number' },
  'postal-address': { ja: '番地', en: 'street address' },
  'bank-account': { ja: '口座番号', en: 'account number' },
  'my-number': { ja: '個人番号', en: 'My Number' },
  'credit-card': { ja: 'カード番号', en: 'card number' },
  secret: { ja: '秘密情報', en: 'secret' },
  instruction: { ja: '指示文', en: 'instruction' },
}

/** What stands where something was masked: in brackets that Markdown takes for nothing. */
export function getPlaceholder(options: { kind: HygieneKind; language: Language }): string {
  return `〔${placeholders[options.kind][options.language]}〕`
}
