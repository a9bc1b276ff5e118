import { diffWordsWithSpace } from 'diff'

/** A piece of a changed passage, for drawing. */
export interface Words {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const longestForWords = 20_000

/** What became of a passage, by words; joined without the added ones they are the earlier text, without the removed the later. */
export const wordsBetween = (was: string, is: string): Words[] => {
  const whole: Words[] = [
    { kind: 'removed', text: was },
    { kind: 'added', text: is },
  ]
  const short = was.length + is.length <= longestForWords
  const parts = short ? diffWordsWithSpace(was, is, { maxEditLength: 2_000 }) : undefined
  const words = parts?.map(({ value, added, removed }): Words => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value }
  })
  return (words ?? whole).filter(({ text }) => text !== '')
}
