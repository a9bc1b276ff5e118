import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import styles from './popover.module.css'

export interface PopoverProps {
  /** What a screen reader calls it. */
  readonly label: string
  readonly trigger: ReactElement
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

/** A small panel under its button; Escape and a click elsewhere close it. */
export const Popover = ({ label, trigger, open, onOpenChange, children }: PopoverProps) => (
  <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
    <BasePopover.Trigger render={trigger} />
    <BasePopover.Portal>
      <BasePopover.Positioner className={styles.positioner} sideOffset={6} align="center">
        <BasePopover.Popup className={styles.popup} aria-label={label}>
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  </BasePopover.Root>
)
