import type { EditorView } from '@codemirror/view'
import { LRUCache } from 'lru-cache'
import type { Size } from './size'
import { surroundings } from './surroundings'

const maxKept = 2_000
const maxAsked = 200
/** The longest reference to a file; data URLs are much longer. */
const longestReference = 2_000

/** Sizes of images by address, to reserve their space while loading. */
const sizes = new LRUCache<string, Size>({ max: maxKept })

interface WaitingImage {
  readonly url: string
  readonly take: (size: Size) => void
}

/** Visible images that wait for their size, by reference. */
const waitingIn = new WeakMap<EditorView, Map<string, WaitingImage[]>>()

/** The size of the image at an address, if known. */
export const sizeAt = (url: string): Size | undefined => sizes.get(url)

/** Stores the size of the image at an address. */
export const keepSize = (url: string, size: Size): void => {
  sizes.set(url, size)
}

const ask = (view: EditorView, waiting: Map<string, WaitingImage[]>): void => {
  const requested = [...waiting.entries()].slice(0, maxAsked)
  for (const [reference] of requested) waiting.delete(reference)
  if (waiting.size > 0) queueMicrotask(() => ask(view, waiting))
  view.state
    .facet(surroundings)
    .sizesOf(requested.map(([reference]) => reference))
    .then((found) => {
      requested.forEach(([, images], at) => {
        const size = found[at]
        if (!size) return
        for (const { url, take } of images) {
          keepSize(url, size)
          take(size)
        }
      })
      view.requestMeasure()
    })
}

/** Calls `take` with the size of an image of the post when it is known, if ever. */
export const askSize = (
  view: EditorView,
  reference: string,
  url: string,
  take: (size: Size) => void,
): void => {
  if (!isLocal(url) || reference === '' || reference.length > longestReference) return
  const waiting = waitingIn.get(view) ?? new Map<string, WaitingImage[]>()
  waitingIn.set(view, waiting)
  if (waiting.size === 0) queueMicrotask(() => ask(view, waiting))
  waiting.set(reference, [...(waiting.get(reference) ?? []), { url, take }])
}

const isLocal = (url: string): boolean => url.startsWith('asset:')

const reference = /!\[[^\]\n]{0,500}\]\(\s*<?([^)\s<>]{1,500})/g

/** Requests the sizes of all images of a text, so that they are known before the images become visible. */
export const learnSizes = (view: EditorView): void => {
  const around = view.state.facet(surroundings)
  const all = new Set([...view.state.doc.toString().matchAll(reference)].map(([, address = '']) => address))
  for (const address of [...all].slice(0, maxAsked)) {
    const source = around.imageOf(address)
    if (source.kind === 'shown' && isLocal(source.url) && !sizes.has(source.url))
      askSize(view, address, source.url, () => undefined)
  }
}
