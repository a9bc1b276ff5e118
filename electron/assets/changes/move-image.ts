import { AppError } from '../../../shared/app-error'
import { imageTypeOf } from '../../../shared/base/image-types'
import type { MovePlan } from '../../../shared/images/catalog/move-plan'
import { pathProblem } from '../../../shared/site/file-name'
import { extensionOf, isMarkdownName } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../../posts/operations/file-step'
import { type PlannedMoves, planMoves } from '../../posts/plans/plan-moves'
import { type LookedSite, lookAtSite, type PostAddresses } from '../../posts/plans/site-look'

/** A move of images with the steps that carry it out. */
export interface PlannedImageMove {
  readonly plan: MovePlan
  readonly steps: readonly FileStep[]
}

/** Plans renaming or moving an image or a folder of images and updating every reference. Writes nothing. */
export const planImageMove = async (
  site: LookedSite,
  from: string,
  to: string,
  known: PostAddresses,
  excluded: ReadonlySet<string> = new Set(),
): Promise<PlannedImageMove> => {
  const target = to
    .split('/')
    .filter((part) => part !== '')
    .join('/')
  const problem = pathProblem(target)
  if (problem !== null) throw new AppError('bad-name', problem)
  await resolveInside(site.root, from)
  await resolveInside(site.root, target)
  const look = await lookAtSite(site, known)
  const isFile = look.map.files.has(from)
  const inside = [...look.map.files].filter((path) => path.startsWith(`${from}/`))
  if (!isFile && inside.length === 0)
    throw new AppError('not-found', t('images.noLongerThere', { image: from }))
  if (isFile && imageTypeOf(from) === null)
    throw new AppError('bad-name', t('images.notImage', { image: from }))
  if (isFile && imageTypeOf(target) !== imageTypeOf(from))
    throw new AppError('bad-name', t('images.keepEnding', { ending: extensionOf(from) }))
  if (inside.some(isMarkdownName))
    throw new AppError('bad-name', t('images.folderHasPosts', { folder: from }))
  if (target.startsWith(`${from}/`))
    throw new AppError('bad-name', t('images.folderIntoItself', { folder: from }))
  const isRespelled = from.toLowerCase() === target.toLowerCase()
  if (
    !isRespelled &&
    (look.map.files.has(target) || [...look.map.files].some((path) => path.startsWith(`${target}/`)))
  )
    throw new AppError('already-exists', t('images.nameTaken', { name: target }))
  const planned = await planMoves(site, look, { moves: [{ from, to: target }], excluded }, known)
  return { plan: planOf(planned, from, target, look.isWhole), steps: planned.steps }
}

const planOf = (
  { fingerprint, files, unchangeable }: PlannedMoves,
  from: string,
  to: string,
  isWhole: boolean,
): MovePlan => ({
  fingerprint,
  moves: [{ from, to }],
  files,
  unchangeable,
  warnings: isWhole ? [] : [t('files.siteTooLarge')],
})
