import { create } from 'zustand'

/** What fills the window beside the list: the post, the images of the site, or all that is wrong. */
export type View = 'posts' | 'images' | 'problems'

/** The view that is shown; every start begins with the posts. */
export const useView = create<{ readonly view: View }>(() => ({ view: 'posts' }))

/** Shows a view. */
export const showView = (view: View): void => useView.setState({ view })

/** Shows the text of a post that was chosen: the images would hide it, the problems stand beside it. */
export const giveWayToPost = (): void => {
  if (useView.getState().view === 'images') showView('posts')
}
