type Follow = (href: string) => Promise<boolean>

let follow: Follow = () => Promise.resolve(false)

/** Says what opens a link that leads to another page of the site. */
export const setSiteLinkFollower = (follower: Follow): void => {
  follow = follower
}

/** Opens the post that a link of the open post leads to; false where it leads to none. */
export const followSiteLink = (href: string): Promise<boolean> => follow(href)
