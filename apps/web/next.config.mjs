import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` cannot load the native TypeScript 7; `pnpm typecheck` checks the types.
  typescript: { ignoreBuildErrors: true },
  // A page that is asked for while the server is away waits for it; without this the open page, and what is being sent
  // from it, is given up for the browser's page of errors.
  experimental: { useOffline: true },
  // Every page waits for its title: sent behind it, it is missing for a moment whenever the page is read anew.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // The folder's name carries the font's version.
    { source: '/fonts/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
  ],
}

/** @param {string} phase */
export default async function configure(phase) {
  // The plugin works on the build only; serving, it would load a compiler and a watcher of files for nothing.
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin({
    requestConfig: './src/i18n/request.ts',
    // Compiled at build time, so that no parser of ICU messages goes to the browser.
    experimental: { messages: { path: './src/i18n/messages', format: 'json', locales: 'infer', precompile: true } },
  })(config)
}
