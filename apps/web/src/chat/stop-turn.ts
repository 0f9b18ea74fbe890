/** How long the server may take to end an answer, milliseconds. */
const patience = 3_000

/** Tells the server to end an answer. True when it was still being made; without `waits` it is told, and that is that. */
export async function stopTurn(options: { turnId: string; waits: boolean }): Promise<boolean> {
  const told = fetch(`/api/chat/turns/${options.turnId}/stop`, {
    method: 'POST',
    keepalive: true,
    signal: AbortSignal.timeout(patience),
  }).then(
    async (response) => response.ok && ((await response.json()) as { stopped: boolean }).stopped,
    () => false,
  )
  return options.waits ? told : false
}
