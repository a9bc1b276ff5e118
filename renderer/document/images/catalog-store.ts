import { create } from 'zustand'
import { messageOf } from '../../../shared/app-error'
import { createLatest } from '../../../shared/base/latest'
import { createRegistry } from '../../../shared/base/registry'
import type { ImageCatalog, MeasuredImage } from '../../../shared/images/catalog/image-catalog'
import { unpack } from '../../../shared/ipc/packed'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { showError } from '../../base/notices'
import { useSite } from '../../base/site-store'

interface CatalogState {
  /** The key of the site they belong to. */
  readonly site: string | null
  /** Null until the site was scanned. */
  readonly catalog: ImageCatalog | null
  readonly failure: string
  readonly sizes: ReadonlyMap<string, MeasuredImage>
}

const nothing: CatalogState = { site: null, catalog: null, failure: '', sizes: new Map() }

/** All images of the open site, and the sizes of those that were visible. */
export const useCatalog = create<CatalogState>(() => nothing)

const startLook = createLatest()

/** Loads all images of the site again; those of another site are dropped immediately. */
export const lookAtImages = async (): Promise<void> => {
  const isLatest = startLook()
  const site = useSite.getState().site?.key ?? null
  if (site !== useCatalog.getState().site) useCatalog.setState({ ...nothing, site })
  try {
    const catalog = unpack(await api.siteImages())
    if (isLatest()) useCatalog.setState({ catalog, failure: '', sizes: new Map() })
  } catch (error) {
    if (isLatest()) useCatalog.setState({ failure: messageOf(error) })
  }
}

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
  const { catalog } = useCatalog.getState()
  const all = waiting.takeAll()
  const now = all.slice(0, atOnce)
  for (const path of all.slice(atOnce)) waiting.add(path)
  api.imageSizes([...now]).then((found) => {
    if (useCatalog.getState().catalog !== catalog) return // the images were reloaded meanwhile
    const added = new Map(useCatalog.getState().sizes)
    for (const [index, path] of now.entries()) added.set(path, found[index] ?? null)
    useCatalog.setState({ sizes: added })
  }, showError)
  if (all.length > atOnce) sizesSoon.start(pauseMs)
}

const sizesSoon = createDelayed(askForSizes)
