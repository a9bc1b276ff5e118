import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostId } from '../../../shared/posts/post'
import type { RenameChoices, RenamePlan } from '../../../shared/posts/post-rename'
import type { FileStep } from '../operations/file-step'
import { createKeptSteps, type KeptSteps, type Ticket } from '../operations/kept-steps'
import { planCopy } from './copy-post'
import { planDate } from './date-post'
import { planMove, planRename } from './rename-post'
import type { LookedSite, PostAddresses } from './site-look'

/** A plan to make: another slug, another folder inside the posts folder, or another date in the file name. */
export interface PlanRequest {
  readonly kind: 'rename' | 'move' | 'date'
  readonly id: PostId
  /** The slug, the folder or the date. */
  readonly to: string
  readonly choices: RenameChoices
  /** Changes to leave out, by their keys. */
  readonly excluded: readonly string[]
}

/** Plans for a folder, made in the process of its index; the steps contain the bytes of many files and are taken in parts. */
export interface FolderPlans {
  readonly planFiles: (request: PlanRequest) => Promise<RenamePlan>
  /** Returns the fingerprint of the plan instead of the plan, which may be long. */
  readonly planSteps: (
    request: PlanRequest,
  ) => Promise<{ readonly fingerprint: string; readonly steps: Ticket }>
  readonly planCopySteps: (id: PostId) => Promise<{ readonly id: PostId; readonly steps: Ticket }>
  /** The next part of the steps; empty when all were taken. */
  readonly takeSteps: (ticket: Ticket) => Promise<readonly FileStep[]>
}

/** Makes plans for a folder; `schema` has the conventions of its posts. */
export const createFolderPlans = (
  site: LookedSite,
  known: PostAddresses,
  schema?: () => Promise<SiteSchema>,
  kept: KeptSteps = createKeptSteps(),
): FolderPlans => {
  const planned = async ({ kind, id, to, choices, excluded }: PlanRequest) => {
    const options = { choices, known, excluded: new Set(excluded) }
    if (kind === 'rename') return planRename(site, id, to, options)
    if (kind === 'move') return planMove(site, id, to, options)
    return planDate(site, id, to, { ...options, ...(schema ? { schema: await schema() } : {}) })
  }

  return {
    planFiles: async (request) => (await planned(request)).plan,
    planSteps: async (request) => {
      const { plan, steps } = await planned(request)
      return { fingerprint: plan.fingerprint, steps: kept.keep(steps) }
    },
    planCopySteps: async (id) => {
      const copy = await planCopy(site, id, known)
      return { id: copy.id, steps: kept.keep(copy.steps) }
    },
    takeSteps: async (ticket) => kept.take(ticket),
  }
}
