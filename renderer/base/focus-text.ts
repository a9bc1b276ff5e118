import { canRunCommand, runCommand } from './command-bus'

/** Puts the focus into the text once what is drawn now stands; a layout without the text leaves it where it is. */
export const focusText = (): void => {
  requestAnimationFrame(() => {
    if (canRunCommand('focus-editor')) runCommand('focus-editor')
  })
}
