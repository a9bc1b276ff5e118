import type MarkdownIt from 'markdown-it'

const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800

/**
 * Emphasis as renderers find it that look at single UTF-16 units or know no symbols beyond the Basic Multilingual Plane:
 * an emoji beside `**` counts as a letter. For the others it is punctuation: `**🎉**party` stays as written.
 */
export const astralLetters = (md: MarkdownIt): void => {
  const { State } = md.inline
  md.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<typeof State.prototype.scanDelims> {
      const { src, posMax } = this
      let end = start
      while (end < posMax && src[end] === src[start]) end++
      const before = src.charCodeAt(start - 1)
      const after = end < posMax ? src.charCodeAt(end) : Number.NaN
      if (!isSurrogate(before) && !isSurrogate(after)) return super.scanDelims(start, canSplitWord)
      // The same run between stand-ins for its neighbours.
      const beside = (code: number, at: number): string =>
        Number.isNaN(code) ? ' ' : isSurrogate(code) ? 'a' : src.charAt(at)
      this.src = beside(before, start - 1) + src.slice(start, end) + beside(after, end)
      this.posMax = this.src.length
      const found = super.scanDelims(1, canSplitWord)
      this.src = src
      this.posMax = posMax
      return found
    }
  }
}
