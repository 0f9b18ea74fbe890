/** A key that its form gives away. What the group `secret` holds is the secret; the whole match without one. */
export interface SecretRule {
  rule: string
  pattern: RegExp
  /** Rare letters that every match holds: a text without them is not searched. */
  hint: readonly string[]
}

const end = '(?![A-Za-z0-9_-])'
const start = '(?<![A-Za-z0-9_-])'
const key = (form: string) => new RegExp(`${start}(?:${form})${end}`, 'dgu')

/** Forms as the services document them. */
export const secretRules: readonly SecretRule[] = [
  { rule: 'aws-access-key', hint: ['AKIA', 'ASIA'], pattern: key('(?:AKIA|ASIA)[A-Z2-7]{16}') },
  {
    rule: 'google-key',
    hint: ['AIza', 'GOCSPX-', 'ya29.'],
    pattern: key('AIza[\\w-]{35}|GOCSPX-[\\w-]{28}|ya29\\.[\\w-]{40,400}'),
  },
  {
    rule: 'github-token',
    hint: ['gh', 'github_pat_'],
    pattern: key('gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\\w{60,255}'),
  },
  { rule: 'gitlab-token', hint: ['glpat-'], pattern: key('glpat-[\\w-]{20,64}') },
  {
    rule: 'slack-token',
    hint: ['xox', 'xapp-', 'hooks.slack.com'],
    pattern: key(
      'xox[abeoprs]-[\\w-]{10,250}|xapp-\\d-[\\w-]{20,250}|hooks\\.slack\\.com/services/T\\w{6,14}/B\\w{6,14}/\\w{16,40}',
    ),
  },
  { rule: 'anthropic-key', hint: ['sk-ant-'], pattern: key('sk-ant-[a-z]{2,8}\\d{2}-[\\w-]{40,200}') },
  {
    rule: 'openai-key',
    hint: ['sk-'],
    pattern: key(
      'sk-(?:proj|svcacct|admin|None)-[\\w-]{20,250}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|sk-[A-Za-z0-9]{48}',
    ),
  },
  {
    rule: 'payment-key',
    hint: ['_live_', 'whsec_'],
    pattern: key('(?:sk|rk)_live_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/]{24,64}'),
  },
  {
    rule: 'service-token',
    hint: ['npm_', 'pypi-', 'hf_', 'SG.', 'dop_v1_'],
    pattern: key(
      'npm_[A-Za-z0-9]{36}|pypi-AgE[\\w-]{50,300}|hf_[A-Za-z]{34}|SG\\.[\\w-]{22}\\.[\\w-]{43}|dop_v1_[a-f0-9]{64}',
    ),
  },
  {
    rule: 'azure-key',
    hint: ['AccountKey=', 'SharedAccessKey='],
    pattern: /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/dgu,
  },
  {
    rule: 'private-key',
    hint: ['PRIVATE KEY'],
    // Without its last line: as far as lines of base64 go.
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{0,20000}?-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|(?:\s{0,4}[A-Za-z0-9+/=]{16,100}(?=\s|$)){1,400})/dgu,
  },
  {
    rule: 'bearer-token',
    hint: ['earer', 'BEARER'],
    pattern: /(?<![a-z])bearer[ :]{1,2}["']?(?<secret>[A-Za-z0-9._~+/-]{20,2000}={0,2})/dgiu,
  },
  {
    rule: 'basic-credentials',
    hint: ['asic ', 'BASIC '],
    pattern: /authorization["']?\s?[:=]\s?["']?basic (?<secret>[A-Za-z0-9+/]{8,400}={0,2})/dgiu,
  },
  {
    rule: 'connection-string',
    hint: ['://'],
    pattern: /(?<![a-z])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,100}:(?<secret>[^\s/@"'<>]{3,200})@[a-z0-9[]/dgiu,
  },
]
