import { Input } from '@base-ui/react/input'
import type { ReactNode, Ref } from 'react'
import styles from './text-input.module.css'

export interface TextInputProps extends Omit<Input.Props, 'className' | 'onValueChange'> {
  readonly onValueChange?: (value: string) => void
  /** Drawn inside the frame, before and after the text. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly invalid?: boolean
  readonly monospace?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text in a frame. Name it with a `label` or `aria-label`. */
export const TextInput = ({
  onValueChange,
  before,
  after,
  invalid = false,
  monospace = false,
  ...props
}: TextInputProps) => (
  <div className={styles.frame} data-invalid={invalid || undefined}>
    {before && <span className={styles.aside}>{before}</span>}
    <Input
      dir="auto"
      spellCheck={false}
      {...props}
      aria-invalid={invalid || undefined}
      className={monospace ? `${styles.input} ${styles.mono}` : (styles.input ?? '')}
      onValueChange={(value) => onValueChange?.(value)}
    />
    {after && <span className={styles.aside}>{after}</span>}
  </div>
)
