import { canRunCommand, runCommand } from './command-bus'

/** Focuses the text after the current rendering; does nothing in a layout without the text. */
export const focusText = (): void => {
  requestAnimationFrame(() => {
    if (canRunCommand('focus-editor')) runCommand('focus-editor')
  })
}
