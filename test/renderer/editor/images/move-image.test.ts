import { describe, expect, test } from 'vitest'
import { moveImage } from '../../../../renderer/editor/images/move-image'
import { stateOf } from '../../../support/editor-state'

const image = '![a](x.png)'

/** The text after its image was dropped at `|`; null if nothing changes. */
const dropped = (marked: string): string | null => {
  const state = stateOf(marked)
  const at = state.selection.main.head
  const from = state.doc.toString().indexOf(image)
  const move = moveImage(state, { from, to: from + image.length }, at)
  return move && state.update(move).state.doc.toString()
}

describe('an image is dropped elsewhere in the text', () => {
  test.each([
    ['within a line', `a ${image} b c|d`, `a  b c${image}d`],
    ['backwards', `a|b ${image} c`, `a${image}b  c`],
    ['in another paragraph', `a ${image} b\n\nc|d`, `a  b\n\nc${image}d`],
    ['a paragraph of its own, behind another', `a\n\n${image}\n\nb\n\nc d|\n`, `a\n\nb\n\nc d\n\n${image}\n`],
    ['before another', `a\n\n${image}\n\nb\n\n|c d\n`, `a\n\nb\n\n${image}\n\nc d\n`],
    ['up', `|a\n\nb\n\n${image}\n\nc\n`, `${image}\n\na\n\nb\n\nc\n`],
    ['from the end', `|a\n\nb\n\n${image}`, `${image}\n\na\n\nb`],
    ['on a blank line', `a\n\n${image}\n\nb\n|\nc\n`, `a\n\nb\n\n${image}\n\nc\n`],
    ['on a list', `${image}\n\n- a\n- b\n- c|\n\nd`, `- a\n- b\n- c\n\n${image}\n\nd`],
    [
      'on code with a blank line',
      `${image}\n\n\`\`\`\na\n\nb|\n\`\`\`\n\nd`,
      `\`\`\`\na\n\nb\n\`\`\`\n\n${image}\n\nd`,
    ],
    [
      'with a head above',
      `---\ntitle: x\n---\n${image}\n\na\n\nb|\n`,
      `---\ntitle: x\n---\na\n\nb\n\n${image}\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(dropped(before)).toBe(after)
  })

  test('on words alone, above or below them as the pointer is', () => {
    const state = stateOf(`a|\n\n${image}\n\nb\n`)
    const drag = (isBefore: boolean) => {
      const move = moveImage(state, { from: 3, to: 3 + image.length }, 0, () => isBefore)
      return move && state.update(move).state.doc.toString()
    }
    expect(drag(true)).toBe(`${image}\n\na\n\nb\n`)
    expect(drag(false)).toBeNull()
  })

  test.each([
    ['on itself', `a ![a](|x.png) b`],
    ['right where it is', `a\n\n${image}\n\n|b c\n`],
    ['behind what it follows', `a b|\n\n${image}\n\nc\n`],
    ['in the head', `---\ntitle: |x\n---\n\n${image}\n\na\n`],
  ])('%s nothing changes', (_, text) => {
    expect(dropped(text)).toBeNull()
  })
})
