import { AppError } from '../../../shared/app-error'
import { extensionForType, imageTypeOf } from '../../../shared/base/image-types'
import { filePart } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../../posts/operations/file-step'
import { planMoves } from '../../posts/plans/plan-moves'
import { type LookedSite, lookAtSite, type PostAddresses } from '../../posts/plans/site-look'

/** A plan to replace an image, with its path afterwards. */
export interface PlannedImage {
  readonly to: string
  readonly steps: readonly FileStep[]
}

/** Plans replacing the bytes of an image; if the type changes, so do its extension and all references. */
export const planReplacedImage = async (
  site: LookedSite,
  path: string,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: string },
  known: PostAddresses,
): Promise<PlannedImage> => {
  if (imageTypeOf(path) === null) throw new AppError('bad-name', t('images.notImage', { image: path }))
  const place = await resolveInside(site.root, path)
  const { bytes: before } = await readWhole(place, t('files.cannotRead', { name: path }))
  const write: FileStep = { kind: 'write', path: place, before, after: bytes }
  if (imageTypeOf(path) === type) return { to: path, steps: [write] }
  const to = path.replace(/[^./]*$/, extensionForType(type) ?? '')
  const look = await lookAtSite(site, known)
  if (look.map.files.has(to))
    throw new AppError(
      'already-exists',
      t('images.renameFirst', { other: filePart(to), image: filePart(path) }),
    )
  const { steps } = await planMoves(site, look, { moves: [{ from: path, to }] }, known)
  return { to, steps: [write, ...steps] }
}
