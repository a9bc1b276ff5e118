import type { ThumbnailToDraw } from '../../../shared/ipc/site-calls'

/** What the worker sends back; no bytes where the image cannot be decoded or is small already. */
export interface DrawnThumbnail {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer> | null
}

const widest = 4 // times the shorter side: a panorama is cut, not squeezed

const draw = async ({ bytes, type, width }: ThumbnailToDraw): Promise<Uint8Array<ArrayBuffer> | null> => {
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  try {
    const scale = Math.max(width / bitmap.width, width / bitmap.height)
    if (scale >= 1) return null
    const across = Math.min(Math.round(bitmap.width * scale), width * widest)
    const down = Math.min(Math.round(bitmap.height * scale), width * widest)
    const canvas = new OffscreenCanvas(across, down)
    const context = canvas.getContext('2d')
    if (!context) return null
    context.imageSmoothingQuality = 'high'
    const [cutWidth, cutHeight] = [across / scale, down / scale]
    const left = (bitmap.width - cutWidth) / 2
    const top = (bitmap.height - cutHeight) / 2
    context.drawImage(bitmap, left, top, cutWidth, cutHeight, 0, 0, across, down)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    bitmap.close()
  }
}

self.onmessage = async ({ data }: MessageEvent<ThumbnailToDraw>) => {
  const bytes = await draw(data).catch(() => null) // a broken image is shown, or not, as it is
  const reply: DrawnThumbnail = { id: data.id, bytes }
  self.postMessage(reply)
}
