import { create } from 'zustand'

/** A post that a link can lead to: its address as the site writes it, and its title. */
export interface LinkTarget {
  readonly address: string
  readonly title: string
}

interface SiteLinks {
  /** Opens the post that a link of the open post leads to; false if it leads to none. */
  readonly follow: (href: string) => Promise<boolean>
  /** The title of the post that a link names; null if there is no such post. */
  readonly titleOf: (name: string) => string | null
  /** The posts that fit a name as far as it is typed, the best first. */
  readonly targets: (typed: string) => Promise<readonly LinkTarget[]>
}

const useSiteLinks = create<SiteLinks>(() => ({
  follow: () => Promise.resolve(false),
  titleOf: () => null,
  targets: async () => [],
}))

/** Sets what opens a link to another page of the site. */
export const setSiteLinkFollower = (follow: SiteLinks['follow']): void => useSiteLinks.setState({ follow })

/** Sets what looks up the title of a post by its name: a new function whenever titles may have changed. */
export const setPostTitles = (titleOf: SiteLinks['titleOf']): void => useSiteLinks.setState({ titleOf })

/** The title of the post that a link names; null if there is no such post. */
export const titleOfPost = (name: string): string | null => useSiteLinks.getState().titleOf(name)

/** Listens to changes of titles; returns an unsubscribe function. */
export const onPostTitles = (listener: () => void): (() => void) =>
  useSiteLinks.subscribe(({ titleOf }, before) => {
    if (titleOf !== before.titleOf) listener()
  })

/** Opens the post that a link of the open post leads to; false if it leads to none. */
export const followSiteLink = (href: string): Promise<boolean> => useSiteLinks.getState().follow(href)

/** Sets what finds posts to link to. */
export const setLinkTargets = (targets: SiteLinks['targets']): void => useSiteLinks.setState({ targets })

/** The posts that fit a name as far as it is typed, the best first. */
export const linkTargets = (typed: string): Promise<readonly LinkTarget[]> =>
  useSiteLinks.getState().targets(typed)
