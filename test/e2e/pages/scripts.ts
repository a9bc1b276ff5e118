import type { Page } from '@playwright/test'
import type { Editor } from './editor'

/** What Korean, Chinese and Japanese input methods compose, step by step, and the final text. */
const composed = [
  [['ㅎ', '하', '한'], '한'],
  [['zh', 'zhong'], '中'],
  [['に', 'にほ', '日本'], '日本'],
] as const

/** Types `한中日本` by input methods. */
export const compose = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  for (const [steps, kept] of composed) {
    for (const text of steps)
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await session.send('Input.insertText', { text: kept })
  }
  await session.detach()
}

/**
 * Deletes a letter or an emoji in each paragraph of a text in Arabic, Hebrew, with emoji and with accents, and goes to the
 * last one. Beside what is deleted stand so many characters of markup.
 */
export const deleteInScripts = async (editor: Editor, marks: 0 | 2): Promise<void> => {
  await editor.toStart()
  await editor.press('ArrowLeft', 3) // forward, in a line from the right
  await editor.press('Backspace')
  await editor.press('ArrowDown', 2)
  await editor.press('Home')
  await editor.press('ArrowLeft')
  await editor.press('Shift+ArrowLeft', 2)
  await editor.press('Delete')
  await editor.press('ArrowDown', 2)
  await editor.press('End')
  await editor.press('ArrowLeft', 3 + marks)
  await editor.press('Shift+ArrowLeft')
  await editor.press('Delete')
  await editor.page.keyboard.insertText('👨‍👩‍👦')
  await editor.press('Backspace')
  await editor.press('ArrowDown', 2)
  await editor.press('Home')
  await editor.press('ArrowRight', 4 + marks)
  await editor.press('Backspace')
  await editor.press('ArrowDown', 2)
  await editor.press('Home')
  await editor.press('ArrowRight', 1 + marks)
}
