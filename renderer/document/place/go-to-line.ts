import { revealLine } from './reveal-line'
import { showText } from './show-text'

/** Puts the caret at the start of a line and shows it; a layout without the text gives way. */
export const goToLine = (line: number): void => {
  showText()
  requestAnimationFrame(() => revealLine(line))
}
