import type { Settings } from '../../../shared/settings'

/** The goals of posts with this post's goal replaced, or removed if `words` is 0. */
export const withGoal = (
  goals: Settings['postGoals'],
  site: string,
  post: string,
  words: number,
): Settings['postGoals'] => {
  const others = Object.entries(goals[site] ?? {}).filter(([id]) => id !== post)
  const own = words > 0 ? [...others, [post, words] as const] : others
  const rest = Object.fromEntries(Object.entries(goals).filter(([key]) => key !== site))
  return own.length === 0 ? rest : { ...rest, [site]: Object.fromEntries(own) }
}

/** The goals with that of one post under its new name. */
export const renamedGoal = (
  goals: Settings['postGoals'],
  site: string,
  from: string,
  to: string,
): Settings['postGoals'] => withGoal(withGoal(goals, site, to, goals[site]?.[from] ?? 0), site, from, 0)

/** How much of a goal is reached, from 0 to 1. */
export const shareOf = (words: number, goal: number): number => Math.min(1, Math.max(0, words / goal))
