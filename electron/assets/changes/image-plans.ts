import type { MovePlan } from '../../../shared/images/catalog/move-plan'
import type { KeptSteps, Ticket } from '../../posts/operations/kept-steps'
import type { LookedSite, PostAddresses } from '../../posts/plans/site-look'
import { planImageMove } from './move-image'
import { planReplacedImage } from './replace-image'

/** Plans for the images of a folder, made in the process of its index. */
export interface ImagePlans {
  readonly planImageFiles: (from: string, to: string) => Promise<MovePlan>
  /** Returns the fingerprint of the plan instead of the plan, which may be long. */
  readonly planImageSteps: (
    from: string,
    to: string,
    excluded: readonly string[],
  ) => Promise<{ readonly fingerprint: string; readonly steps: Ticket }>
  /** The path of the image afterwards, which has another extension if the type is another. */
  readonly planReplacedSteps: (
    path: string,
    made: { readonly bytes: Uint8Array; readonly type: string },
  ) => Promise<{ readonly to: string; readonly steps: Ticket }>
}

/** Makes plans for the images of a folder. */
export const createImagePlans = (site: LookedSite, known: PostAddresses, kept: KeptSteps): ImagePlans => ({
  planImageFiles: async (from, to) => (await planImageMove(site, from, to, known)).plan,
  planImageSteps: async (from, to, excluded) => {
    const { plan, steps } = await planImageMove(site, from, to, known, new Set(excluded))
    return { fingerprint: plan.fingerprint, steps: kept.keep(steps) }
  },
  planReplacedSteps: async (path, made) => {
    const { to, steps } = await planReplacedImage(site, path, made, known)
    return { to, steps: kept.keep(steps) }
  },
})
