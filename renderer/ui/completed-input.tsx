import { useId } from 'react'
import { TextInput, type TextInputProps } from './text-input'

export interface CompletedInputProps extends Omit<TextInputProps, 'list' | 'after'> {
  /** The offered completions, the most likely first. */
  readonly choices: readonly string[]
}

const most = 100

/** A text field with completions; other values are allowed. */
export const CompletedInput = ({ choices, ...props }: CompletedInputProps) => {
  const list = useId()
  return (
    <TextInput
      autoComplete="off"
      {...props}
      list={list}
      after={
        <datalist id={list}>
          {choices.slice(0, most).map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      }
    />
  )
}
