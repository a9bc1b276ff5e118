import { api } from '../api'

const show = (on: boolean): void => {
  document.documentElement.toggleAttribute('data-full-screen', on)
}

/** Follows whether the window fills the screen: the header then keeps no room for the window's own buttons. */
export const followFullScreen = (now: boolean): void => {
  show(now)
  api.on('fullScreenChanged', show)
}
