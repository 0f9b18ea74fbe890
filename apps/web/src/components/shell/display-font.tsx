import { version } from '@fontsource/shippori-mincho/package.json'

/** At the end of the body, where a style sheet holds nothing back: headings are first set in the system's mincho. */
export function DisplayFont({ nonce }: { nonce?: string }) {
  return <link rel="stylesheet" href={`/fonts/shippori-mincho-${version}/index.css`} nonce={nonce} />
}
