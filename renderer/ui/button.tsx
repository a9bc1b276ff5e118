import { Button as BaseButton } from '@base-ui/react/button'
import type { ReactNode } from 'react'
import type { CommandId } from '../../shared/commands'
import styles from './button.module.css'
import { Tooltip } from './tooltip'

export interface ButtonProps extends Omit<BaseButton.Props, 'className'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'usual' | 'large'
}

const classOf = (look: ButtonProps['look'], size: ButtonProps['size'], icon: boolean) =>
  [
    styles.button,
    look && look !== 'plain' && styles[look],
    size === 'large' && styles.large,
    icon && styles.icon,
  ]
    .filter(Boolean)
    .join(' ')

/** A button with a label. Use one filled button per view: `look="primary"`. */
export const Button = ({ look = 'plain', size = 'usual', ...props }: ButtonProps) => (
  <BaseButton {...props} className={classOf(look, size, false)} />
)

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string
  /** The command it runs, for the shortcut in its tooltip. */
  readonly command?: CommandId
  readonly children: ReactNode
}

/** An icon button; its label and shortcut are in the tooltip. */
export const IconButton = ({ label, command, look = 'quiet', size, children, ...props }: IconButtonProps) => (
  <Tooltip label={label} {...(command && { command })}>
    <BaseButton {...props} aria-label={label} className={classOf(look, size, true)}>
      {children}
    </BaseButton>
  </Tooltip>
)
