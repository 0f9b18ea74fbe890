import { describe, expect, it } from 'vitest'
import { foldWidth } from '../fold-width.js'
import { findSecrets } from './find-secrets.js'

const read = (text: string) =>
  findSecrets(foldWidth(text)).map(({ rule, start, end }) => [rule, text.slice(start, end)])
// Put together here, so that no scanner of this repository takes them for keys that somebody lost.
const random = 'q7Rk2Vx9Lm4Tz8Wb3Nc6Yd1Hf5Jg0PsAuEiKoMvB7Gt2Xe9Rw4Lq8Zy3Dn6Fh1Cj5Sk0Up'
const take = (count: number) => random.repeat(4).slice(0, count)
const base64 = (text: string) => Buffer.from(text).toString('base64url')

describe('findSecrets', () => {
  const aws = ['AKIA', 'QRSTUVWXYZ234567'].join('')
  const jwt = `${base64('{"alg":"HS256","typ":"JWT"}')}.${base64('{"sub":"tanaka"}')}.${take(43)}`
  const pem = `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${take(64)}\n${take(64)}\n`

  it.each([
    ['aws-access-key', `キーは ${aws} です`, aws],
    ['google-key', `key: AIza${take(35)}`, `AIza${take(35)}`],
    ['github-token', `ghp_${take(36)} を使う`, `ghp_${take(36)}`],
    ['github-token', `github_pat_${take(70)}`, `github_pat_${take(70)}`],
    ['gitlab-token', `glpat-${take(20)}`, `glpat-${take(20)}`],
    ['slack-token', `xoxb-${take(40)}`, `xoxb-${take(40)}`],
    ['anthropic-key', `sk-ant-api03-${take(90)}`, `sk-ant-api03-${take(90)}`],
    ['openai-key', `sk-proj-${take(60)}`, `sk-proj-${take(60)}`],
    ['payment-key', `sk_live_${take(24)}`, `sk_live_${take(24)}`],
    ['service-token', `npm_${take(36)}`, `npm_${take(36)}`],
    ['azure-key', `AccountName=a;AccountKey=${take(60)}==;`, `${take(60)}==`],
    ['private-key', `${pem}-----END RSA ${'PRIVATE'} KEY-----\n次`, `${pem}-----END RSA ${'PRIVATE'} KEY-----`],
    ['private-key', `${pem}\n次の行`, pem.trimEnd()],
    ['bearer-token', `Authorization: Bearer ${take(40)}`, take(40)],
    ['json-web-token', `cookie ${jwt};`, jwt],
    ['basic-credentials', `Authorization: Basic ${base64('tanaka:hirakegoma')}`, base64('tanaka:hirakegoma')],
    ['connection-string', 'postgres://app:s3cr3tPw@db.internal:5432/app', 's3cr3tPw'],
    ['assigned-key', `API_KEY=${take(32)}`, take(32)],
    ['assigned-key', `"client_secret": "${take(40)}",`, take(40)],
    ['assigned-key', `APIキー：${take(32)}`, take(32)],
    ['password', 'パスワード：Sakura2024!', 'Sakura2024!'],
    ['password', 'パスワード：Ｓａｋｕｒａ２０２４', 'Ｓａｋｕｒａ２０２４'],
    ['password', '初期パスワードは Welcome#1 です', 'Welcome#1'],
    ['password', 'password: hunter2hunter', 'hunter2hunter'],
    ['password', 'PIN: 4821', '4821'],
    ['password', '暗証番号：4821', '4821'],
  ])('%s: %s', (rule, text, secret) => {
    const found = read(text)
    expect(found).toContainEqual([rule, secret])
  })

  it.each([
    'AKIAIOSFODNN7EXAMPLE と書かれる',
    'API_KEY=your-api-key-goes-here-123',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a shell script
    'API_KEY=${OPENAI_API_KEY_2024_PROD}',
    'token: process.env.GITHUB_TOKEN_2',
    'const token = createToken(user2, options)',
    'password: string',
    'password = getPassword(config1)',
    'パスワードは8文字以上にしてください',
    'パスワードは大文字とABC123を含むこと',
    'パスワード：半角英数字8文字以上',
    'The password is required.',
    'password: ********',
    'postgres://user:password@localhost/app',
    'https://shutten.jp:8443/a@b',
    'token bucket is 2048 tokens',
    'Bearer authentication-is-described-in-the-next-chapter',
    'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'commit 3f786850e387550fdab836ed7e6dc881de23001b',
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    '-----BEGIN PUBLIC KEY-----',
    'max_tokens: 1024',
    'PINコードは4桁です',
    'Password: see the vault',
  ])('leaves %s', (text) => {
    expect(read(text)).toEqual([])
  })
})
