/**
 * Scripts run with the page's nonce only. Style elements too; style attributes are allowed, since positioned
 * elements carry their place in one.
 */
export function createContentSecurityPolicy(options: { nonce: string; development: boolean }): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${options.nonce}' 'strict-dynamic'${options.development ? " 'unsafe-eval'" : ''}`,
    options.development
      ? `style-src 'self' 'unsafe-inline'`
      : `style-src 'self' 'nonce-${options.nonce}'; style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
