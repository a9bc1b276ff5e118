interface BufferLike {
  from(text: string): unknown
}

const globals = globalThis as { Buffer?: BufferLike }
// gray-matter only keeps what this answers; nobody reads it.
const standIn: BufferLike = { from: (text) => text }

/**
 * Runs `task` where gray-matter finds the `Buffer` it asks for, also in a sandboxed window or worker.
 * The stand-in is gone afterwards, so no other library takes the window for Node.
 */
export const withBuffer = <T>(task: () => T): T => {
  if (globals.Buffer) return task()
  globals.Buffer = standIn
  try {
    return task()
  } finally {
    delete globals.Buffer
  }
}
