import { changeSettings, getSettings } from '../../base/settings-store'
import { revealLine } from './reveal-line'

/** Puts the caret at the start of a line and shows it; a layout without the text gives way. */
export const goToLine = (line: number): void => {
  if (getSettings().layout === 'preview') changeSettings({ layout: 'split' })
  requestAnimationFrame(() => revealLine(line))
}
