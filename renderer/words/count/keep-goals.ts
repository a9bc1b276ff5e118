import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { onShown } from '../../document/reading/recent-posts'
import { renamedGoal } from './goals'

/** Keeps the goal of a post when it is renamed. */
export const startGoals = (): void => {
  onShown({
    shown: () => undefined,
    renamed: (from, to) => {
      const site = useSite.getState().site?.key
      const goals = getSettings().postGoals
      if (site === undefined || goals[site]?.[from] === undefined) return
      changeSettings({ postGoals: renamedGoal(goals, site, from, to) })
    },
  })
}
