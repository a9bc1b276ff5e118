import { Fragment, type ReactNode } from 'react'

export interface PhraseProps {
  /** A text with `{name}` placeholders. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A sentence with elements in its placeholders: `t('key', { name: '{name}' })`, and the elements by name. */
export const Phrase = ({ text, parts }: PhraseProps) =>
  text.split(/\{(\w+)\}/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
    <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>
  ))
