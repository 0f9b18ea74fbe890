import { open } from 'node:fs/promises'
import { getElementLayout, hnswHeader } from './hnsw-file-layout.js'

/**
 * Adds vectors that are the same as a node's to a file that hnswlib has written: elements without links, which no search comes to,
 * each with the position of its node where its first link would be.
 */
export async function appendTwins({
  file,
  dimension,
  m,
  nodes,
  twins,
}: {
  file: string
  dimension: number
  m: number
  nodes: number
  twins: readonly { ordinal: number; node: number }[]
}): Promise<void> {
  const layout = getElementLayout({ m, dimension })
  const nodesEnd = hnswHeader.bytes + nodes * layout.bytes
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    const upperLayers = await read(nodesEnd, size - nodesEnd)
    let position = nodesEnd
    for (const { ordinal, node } of twins) {
      const element = await read(hnswHeader.bytes + node * layout.bytes, layout.bytes)
      element.fill(0, 0, layout.vectorOffset)
      element.writeUInt32LE(node, 4)
      element.writeBigUInt64LE(BigInt(ordinal), layout.labelOffset)
      await write(element, position)
      position += layout.bytes
    }
    await write(Buffer.concat([upperLayers, Buffer.alloc(4 * twins.length)]), position)
    const count = Buffer.alloc(8)
    count.writeBigUInt64LE(BigInt(nodes + twins.length))
    await write(count, hnswHeader.capacity)
    await write(count, hnswHeader.count)
  } finally {
    await handle.close()
  }

  async function read(position: number, bytes: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.max(0, bytes))
    for (let done = 0; done < buffer.length; ) {
      const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done)
      // What hnswlib could not write is found missing by the check that follows.
      if (bytesRead === 0) break
      done += bytesRead
    }
    return buffer
  }

  async function write(buffer: Buffer, position: number): Promise<void> {
    for (let done = 0; done < buffer.length; )
      done += (await handle.write(buffer, done, buffer.length - done, position + done)).bytesWritten
  }
}
