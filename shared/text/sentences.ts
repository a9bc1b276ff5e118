import { once } from '../base/once'

/** A sentence with its offset in the text; the blanks behind it belong to it. */
export interface Sentence {
  readonly text: string
  readonly from: number
}

const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }))

// Abbreviations before names and numbers, which end no sentence. Others, as "etc.", may end one.
const abbreviations =
  'Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Gen|Col|Capt|Sgt|Lt|Mt|St|vs|e\\.\\s?g|i\\.\\s?e|cf|viz|No|Nos|Nr|Fig|Figs|Eq|Vol|ed|eds|pp?|approx|ca|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Abb|Bd|Hr|Fr|Hrsg|Ing|Dipl|Mag|Tel|bzw|evtl|ggf|inkl|sog|vgl|z\\.\\s?[BT]|d\\.\\s?h|u\\.\\s?[aäU]|o\\.\\s?[äÄ]|i\\.\\s?d|s\\.\\s?[aou]|v\\.\\s?a|M|MM|Mme|Mlle|Mgr|p\\.\\s?ex|c\\.-à-d|Sra?|Srta|Dra|Sig|Dott|dr|prof|mr|mrs'
const open = new RegExp(String.raw`(?:^|[\s([{"'“‘„«*_])(?:${abbreviations}|\p{L})\.\s*$`, 'u')
/** Marks of emphasis and quotes that close behind the end of a sentence. */
const closers = /^(?:[*_~"'”’»)\]]+)(?=\s|$)/
const shortBlank = /^[ \t]?$/

/** Whether the next piece continues a sentence that only seems to have ended. */
const isOpen = (text: string): boolean => open.test(text) && shortBlank.test(/\s*$/.exec(text)?.[0] ?? '')

/** The sentences of a text, also around abbreviations, initials and closing marks. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const found: { text: string; from: number }[] = []
  for (const { segment, index } of segmenter().segment(text)) {
    const before = found.at(-1)
    if (before && isOpen(before.text)) {
      before.text += segment
      continue
    }
    const closing = before && !/\s$/.test(before.text) ? (closers.exec(segment)?.[0] ?? '') : ''
    const rest = segment.slice(closing.length)
    const blank = closing === '' ? '' : (/^\s*/.exec(rest)?.[0] ?? '')
    if (before) before.text += closing + blank
    const own = rest.slice(blank.length)
    if (own !== '') found.push({ text: own, from: index + closing.length + blank.length })
  }
  return found
}
