type Follow = (href: string) => Promise<boolean>

let follow: Follow = () => Promise.resolve(false)

/** Sets what opens a link to another page of the site. */
export const setSiteLinkFollower = (follower: Follow): void => {
  follow = follower
}

/** Opens the post that a link of the open post leads to; false if it leads to none. */
export const followSiteLink = (href: string): Promise<boolean> => follow(href)
