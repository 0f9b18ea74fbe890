import { lastSegment } from '@/documents/last-segment'

/** Where a document came from: a web page to go to, else the file's name; the whole address is in its title. */
export function DocumentLocation({ uri }: { uri: string }) {
  if (/^https?:/.test(uri))
    return (
      <a href={uri} rel="noreferrer" className="break-all underline underline-offset-4">
        {uri}
      </a>
    )
  return (
    <span className="break-all" title={uri}>
      {lastSegment(uri)}
    </span>
  )
}
