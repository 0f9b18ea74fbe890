import { toShownEdits } from '@shutten/core'
import { accessTable } from '@/server/auth/access-table'
import { authorize } from '@/server/auth/authorize'
import { getServer } from '@/server/get-server'
import { errorResponse } from '@/server/http/error-response'

/** What the source pane shows: the text that a citation points into, of the very version that was cited. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await context.params
    const versionId = new URL(request.url).searchParams.get('version')
    const server = await getServer()
    await authorize({ request, server, access: accessTable['GET /api/documents/:id'] })
    const found = await server.documents.get(decodeURIComponent(id), versionId ? { versionId } : {})
    const { title, uri, language, mediaType, text, blocks } = found
    const edits = toShownEdits(found)
    // A version's text never changes, but it may be deleted: asked each time, and sent once.
    const etag = `"${found.versionId}"`
    const headers = { 'Cache-Control': 'private, no-cache', ETag: etag }
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return Response.json(
      {
        id: found.id,
        versionId: found.versionId,
        title,
        uri,
        language,
        mediaType,
        text,
        blocks,
        ...(edits && { edits }),
      },
      { headers },
    )
  } catch (error) {
    return errorResponse(error)
  }
}
