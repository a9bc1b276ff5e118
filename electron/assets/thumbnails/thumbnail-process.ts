import { constants, setPriority } from 'node:os'
import { codeOf } from '../../disk/calls/codes'
import { openPlainFile } from '../open-image'
import { type Drawn, drawThumbnail } from './draw-thumbnail'
import type { FromDraw, ToDraw } from './drawing-messages'

// The entry point of a utility process. Decoding needs much memory, which the system has back when the process ends.
const port = process.parentPort
const largest = 60_000_000

const draw = async ({ path, width }: ToDraw): Promise<Drawn> => {
  const file = await openPlainFile(path)
  if (file === null) return 'not-decoded'
  try {
    const { size } = await file.stat()
    return size > largest ? 'too-large' : drawThumbnail(await file.readFile(), width)
  } finally {
    await file.close()
  }
}

const answer = async (image: ToDraw): Promise<void> => {
  const reply = (drawn: Drawn) => port.postMessage({ id: image.id, drawn } satisfies FromDraw)
  try {
    reply(await draw(image))
  } catch (error) {
    if (codeOf(error) === '') throw error
    reply('not-decoded') // the file cannot be read any more
  }
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL) // typing and scrolling come first
port.on('message', ({ data }) => {
  answer(data as ToDraw).catch((error: unknown) => {
    setImmediate(() => {
      throw error // ends the process, which main sees; a rejection would only be a warning
    })
  })
})
