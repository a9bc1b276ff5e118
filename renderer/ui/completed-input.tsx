import { useId } from 'react'
import { TextInput, type TextInputProps } from './text-input'

export interface CompletedInputProps extends Omit<TextInputProps, 'list' | 'after'> {
  /** What is offered while typing, the most likely first. */
  readonly choices: readonly string[]
}

const most = 100

/** One line of text that is completed from a list, and may be something else. */
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
