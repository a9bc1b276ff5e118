import { api } from '../../base/api'
import { showError } from '../../base/notices'
import type { DrawnThumbnail } from './thumbnail.worker'

/** Draws the thumbnails that main requests, in a worker; returns an unsubscribe function. */
export const drawThumbnails = (): (() => void) => {
  let worker: Worker | null = null
  const start = (): Worker => {
    const started = new Worker(new URL('./thumbnail.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<DrawnThumbnail>) => {
      api.thumbnailDrawn(data.id, data.bytes).catch(showError)
    }
    return started
  }
  const stop = api.on('thumbnailWanted', (image) => {
    worker ??= start()
    worker.postMessage(image)
  })
  return () => {
    stop()
    worker?.terminate()
  }
}
