import type { ThumbnailToDraw } from '../../../shared/ipc/site-calls'

/** The worker's answer; no bytes if the image cannot be decoded or is already small. */
export interface DrawnThumbnail {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer> | null
}

const widest = 4 // times the shorter side: a panorama is cropped

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
  const bytes = await draw(data).catch(() => null) // a damaged image is used as it is
  const reply: DrawnThumbnail = { id: data.id, bytes }
  self.postMessage(reply)
}
