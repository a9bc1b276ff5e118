import type { Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'

/** Keeps the width of the text, in pixels, in a variable of the theme: the columns of tables share it. */
export const textRoom: Extension = ViewPlugin.define(({ scrollDOM, contentDOM }) => {
  const name = '--text-room'
  const observer = new ResizeObserver(() => {
    const { paddingLeft, paddingRight } = getComputedStyle(contentDOM)
    const room = contentDOM.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    scrollDOM.style.setProperty(name, `${room}px`)
  })
  observer.observe(scrollDOM)
  return {
    destroy: () => {
      observer.disconnect()
      scrollDOM.style.removeProperty(name)
    },
  }
})
