type Follow = (href: string) => Promise<boolean>

let follow: Follow = () => Promise.resolve(false)

/** Sets what opens a link to another page of the site. */
export const setSiteLinkFollower = (follower: Follow): void => {
  follow = follower
}

let titleOf: (name: string) => string | null = () => null
const listeners = new Set<() => void>()

/** Sets what looks up the title of a post by its name. Call it again whenever titles may have changed. */
export const setPostTitles = (lookUp: typeof titleOf): void => {
  titleOf = lookUp
  for (const listener of listeners) listener()
}

/** The title of the post that a link names; null if there is no such post. */
export const titleOfPost = (name: string): string | null => titleOf(name)

/** Listens to changes of titles; returns an unsubscribe function. */
export const onPostTitles = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the post that a link of the open post leads to; false if it leads to none. */
export const followSiteLink = (href: string): Promise<boolean> => follow(href)
