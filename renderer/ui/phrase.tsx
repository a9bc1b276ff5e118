import { Fragment, type ReactNode } from 'react'

export interface PhraseProps {
  /** A text with `{name}` where a part goes. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A sentence with elements inside: `t('key', { name: '{name}' })`, and what stands there. */
export const Phrase = ({ text, parts }: PhraseProps) =>
  text.split(/\{(\w+)\}/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
    <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>
  ))
