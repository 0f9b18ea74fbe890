export const dynamic = 'force-dynamic'

/** The process is there and answers. Whether it can answer questions is asked of `/api/ready`. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } })
}
