import { adminName } from './admin-name'

/** The box that shows a made password once, on the terminal. */
export function formatAdminPassword(options: { password: string; url: string }): string {
  const lines = [
    'The admin account was made. This password is shown once:',
    '',
    `  name      ${adminName}`,
    `  password  ${options.password}`,
    `  sign in   ${options.url}`,
    '',
    'To choose your own, start with SHUTTEN_ADMIN_PASSWORD.',
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const rule = '─'.repeat(width + 4)
  return [`┌${rule}┐`, ...lines.map((line) => `│  ${line.padEnd(width)}  │`), `└${rule}┘`].join('\n')
}
