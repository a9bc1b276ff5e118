interface BufferLike {
  from(text: string): unknown
}

const globals = globalThis as { Buffer?: BufferLike }
// gray-matter only stores the result; nothing reads it.
const standIn: BufferLike = { from: (text) => text }

/**
 * Runs `task` with the `Buffer` that gray-matter needs, also in a sandboxed window or worker.
 * The stand-in is removed afterwards, so that no other library mistakes the window for Node.
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
