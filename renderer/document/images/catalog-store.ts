import { create } from 'zustand'
import { messageOf } from '../../../shared/app-error'
import { createLatest } from '../../../shared/base/latest'
import { createRegistry } from '../../../shared/base/registry'
import {
  type ImageCatalog,
  type MeasuredImage,
  type SameImages,
  withSame,
} from '../../../shared/images/catalog/image-catalog'
import { unpack } from '../../../shared/ipc/packed'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { showError } from '../../base/notices'
import { useSite } from '../../base/site-store'

interface CatalogState {
  /** The key of the site they belong to. */
  readonly site: string | null
  /** The images as last loaded. */
  readonly listed: ImageCatalog | null
  /** The same with their duplicates as far as known; null until the site was scanned. */
  readonly catalog: ImageCatalog | null
  readonly failure: string
  readonly sizes: ReadonlyMap<string, MeasuredImage>
  /** The duplicates; null until they were looked for. */
  readonly same: SameImages | null
}

const nothing: CatalogState = {
  site: null,
  listed: null,
  catalog: null,
  failure: '',
  sizes: new Map(),
  same: null,
}

/** All images of the open site, and the sizes of those that were visible. */
export const useCatalog = create<CatalogState>(() => nothing)

const startLook = createLatest()

/** Loads all images of the site again; those of another site are dropped immediately. */
export const lookAtImages = async (): Promise<void> => {
  const isLatest = startLook()
  const site = useSite.getState().site?.key ?? null
  if (site !== useCatalog.getState().site) useCatalog.setState({ ...nothing, site })
  try {
    const listed = unpack(await api.siteImages())
    if (!isLatest()) return
    const { same } = useCatalog.getState()
    useCatalog.setState({ listed, catalog: withSame(listed, same ?? []), failure: '', sizes: new Map() })
  } catch (error) {
    if (isLatest()) useCatalog.setState({ failure: messageOf(error) })
  }
}

const startComparison = createLatest()

/** Looks for duplicates, which takes long in a large site; until then the known ones stay. */
export const lookForSame = async (): Promise<void> => {
  const isLatest = startComparison()
  const { site } = useCatalog.getState()
  const same = await api.sameImages()
  const now = useCatalog.getState()
  if (same === null || !isLatest() || now.site !== site) return
  useCatalog.setState({ same, catalog: now.listed && withSame(now.listed, same) })
}

/** Stops looking for duplicates. */
export const stopLookingForSame = (): Promise<void> => api.stopSameImages()

const waiting = createRegistry<string>()
const [pauseMs, atOnce] = [60, 200]

/** Requests the sizes of images that became visible. */
export const wantSizes = (paths: readonly string[]): void => {
  const { sizes } = useCatalog.getState()
  for (const path of paths) if (!sizes.has(path)) waiting.add(path)
  if (waiting.all().length === 0) return
  sizesSoon.start(pauseMs)
}

const askForSizes = (): void => {
  const { listed } = useCatalog.getState()
  const all = waiting.takeAll()
  const now = all.slice(0, atOnce)
  for (const path of all.slice(atOnce)) waiting.add(path)
  api.imageSizes([...now]).then((found) => {
    if (useCatalog.getState().listed !== listed) return // the images were reloaded meanwhile
    const added = new Map(useCatalog.getState().sizes)
    for (const [index, path] of now.entries()) added.set(path, found[index] ?? null)
    useCatalog.setState({ sizes: added })
  }, showError)
  if (all.length > atOnce) sizesSoon.start(pauseMs)
}

const sizesSoon = createDelayed(askForSizes)
