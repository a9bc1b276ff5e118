import { api } from '../api'

const show = (on: boolean): void => {
  document.documentElement.toggleAttribute('data-full-screen', on)
}

/** Tracks full screen, where the header leaves no room for the window buttons. */
export const followFullScreen = (now: boolean): void => {
  show(now)
  api.on('fullScreenChanged', show)
}
