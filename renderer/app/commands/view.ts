import { create } from 'zustand'

/** The main area of the window: the post, the images of the site, or all problems. */
export type View = 'posts' | 'images' | 'problems'

/** The current view; each start begins with the posts. */
export const useView = create<{ readonly view: View }>(() => ({ view: 'posts' }))

/** Shows a view. */
export const showView = (view: View): void => useView.setState({ view })

/** Shows the text of a chosen post: the images would hide it, the problems are beside it. */
export const giveWayToPost = (): void => {
  if (useView.getState().view === 'images') showView('posts')
}
