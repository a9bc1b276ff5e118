import { create } from 'zustand'
import { api } from '../../base/api'
import { registerCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'

/** Whether text-only full screen is on. */
export const useTextOnly = create<{ readonly on: boolean }>(() => ({ on: false }))

const set = (on: boolean): void => {
  useTextOnly.setState({ on })
  api.setFullScreen(on).catch(showError)
}

/** Elements that Escape closes before it leaves full screen. */
const closable = '[data-modal], [role="dialog"], [role="menu"]'

/** Whether a key leaves full screen: an Escape that nothing else handles. */
export const leaves = (
  event: Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'isComposing'>,
  wasOpen: boolean,
): boolean => event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !wasOpen

/** Text-only full screen: the command toggles it, Escape leaves it. */
export const startFullScreen = (): void => {
  registerCommand('full-screen', () => set(!useTextOnly.getState().on))
  api.on('fullScreenChanged', (on) => {
    if (!on) useTextOnly.setState({ on: false })
  })
  let wasOpen = false // when the key was pressed: other handlers may close it first
  const look = () => {
    wasOpen = document.querySelector(closable) !== null
  }
  window.addEventListener('keydown', look, true)
  window.addEventListener('keydown', (event) => {
    if (useTextOnly.getState().on && leaves(event, wasOpen)) set(false)
  })
}
