import { isolateHistory } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { messageOf } from '../../../shared/app-error'
import { itemAt } from '../../../shared/base/item-at'
import type { KeptImage } from '../../../shared/ipc/image-calls'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showNotice, showProgress } from '../../base/notices'
import { importImages } from '../../document/images/import-image'
import { dropImport, importEffects } from '../../document/images/imported-images'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'
import { remotePictures } from './remote-addresses'

interface Fetched {
  readonly address: string
  readonly file: File
}

interface Copied {
  readonly address: string
  readonly kept: KeptImage
}

const atOnce = 4
/** Downloaded images are stored before they take more memory than this. */
const mostHeld = 100_000_000
const maxReasons = 3

const fetched = async (address: string): Promise<Fetched> => {
  const image = await api.fetchImage(address)
  await api.lookAtImage(image) // a damaged one must not keep the others from being stored
  return { address, file: new File([image.bytes], image.name) }
}

/** Replaces the addresses by references to the files everywhere in the text, in one step; returns the images not found. */
const replaceAddresses = (view: EditorView, copied: readonly Copied[]): readonly KeptImage[] => {
  const byAddress = new Map(copied.map(({ address, kept }) => [address, kept]))
  const { doc } = view.state
  const used = new Map<KeptImage, string>()
  const changes = remotePictures(doc.toString()).flatMap(({ address, from, to }) => {
    const kept = byAddress.get(address)
    if (!kept) return []
    used.set(kept, address)
    return { from, to, insert: addressOf(kept.reference) }
  })
  if (changes.length > 0)
    view.dispatch({
      changes,
      userEvent: 'input.paste',
      annotations: isolateHistory.of('full'),
      effects: [...used].flatMap(([kept, address]) => importEffects(kept, address)),
    })
  return copied.flatMap(({ kept }) => (used.has(kept) ? [] : kept))
}

/** Stores downloaded images for the post and refers to them; those that the text no longer shows are removed again. */
const store = async (view: EditorView, post: PostId, images: readonly Fetched[]): Promise<void> => {
  const kept = await importImages(
    post,
    images.map(({ file }) => file),
  )
  const copied = kept.map((one, index) => ({ address: itemAt(images, index).address, kept: one }))
  const isOpen = useDocument.getState().post?.id === post
  for (const one of isOpen ? replaceAddresses(view, copied) : kept) await dropImport(one)
}

const tellFailures = (reasons: readonly string[], count: number): void => {
  if (reasons.length === 0) return
  const reason = [...new Set(reasons)].slice(0, maxReasons).join(' ')
  const text = t('editor.remoteNotCopied', { count, failed: reasons.length, reason })
  showNotice({ kind: 'warning', text })
}

/** Downloads images that the text shows from other sites and stores them in this one, with progress and “Cancel”. */
export const copyRemote = async (
  view: EditorView,
  post: PostId,
  addresses: readonly string[],
): Promise<void> => {
  const count = addresses.length
  const reasons: string[] = []
  let isCanceled = false
  const progress = showProgress(t('editor.copyingRemote', { done: 0, count }), {
    label: t('changes.cancel'),
    run: () => {
      isCanceled = true
      void api.stopFetchingImages()
    },
  })
  let held: Fetched[] = []
  const flush = async () => {
    const images = held
    held = []
    if (images.length > 0 && !isCanceled) await store(view, post, images)
  }
  let done = 0
  const one = async (address: string) => {
    try {
      held.push(await fetched(address))
    } catch (error) {
      reasons.push(messageOf(error))
    }
    done += 1
    progress.change(t('editor.copyingRemote', { done, count }))
  }
  try {
    for (let at = 0; at < count && !isCanceled; at += atOnce) {
      await Promise.all(addresses.slice(at, at + atOnce).map(one))
      if (held.reduce((sum, { file }) => sum + file.size, 0) > mostHeld) await flush()
    }
    progress.end()
    await flush()
  } catch (error) {
    reasons.push(messageOf(error))
  } finally {
    progress.end()
  }
  if (!isCanceled) tellFailures(reasons, count)
}
