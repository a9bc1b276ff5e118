import { diffWordsWithSpace } from 'diff'

/** A piece of a changed passage, for display. */
export interface Words {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const longestForWords = 20_000

/** Compares two texts by word: all pieces but the added give `was`, all but the removed give `is`. */
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
