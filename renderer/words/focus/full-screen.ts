import { create } from 'zustand'
import { api } from '../../base/api'
import { registerCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'

/** Whether only the text is shown, on the whole screen. */
export const useTextOnly = create<{ readonly on: boolean }>(() => ({ on: false }))

const set = (on: boolean): void => {
  useTextOnly.setState({ on })
  api.setFullScreen(on).catch(showError)
}

/** What Escape closes before it leaves the full screen. */
const closable = '[data-modal], [role="dialog"], [role="menu"]'

/** Whether a key leaves the full screen: Escape that nothing else on the page had a use for. */
export const leaves = (
  event: Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'isComposing'>,
  wasOpen: boolean,
): boolean => event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !wasOpen

/** The full screen with nothing but the text: the command goes there and back, Escape goes back. */
export const startFullScreen = (): void => {
  registerCommand('full-screen', () => set(!useTextOnly.getState().on))
  api.on('fullScreenChanged', (on) => {
    if (!on) useTextOnly.setState({ on: false })
  })
  let wasOpen = false // when the key was pressed: what it closes is gone a moment later
  const look = () => {
    wasOpen = document.querySelector(closable) !== null
  }
  window.addEventListener('keydown', look, true)
  window.addEventListener('keydown', (event) => {
    if (useTextOnly.getState().on && leaves(event, wasOpen)) set(false)
  })
}
