import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { CommandId } from '../../shared/commands'
import { shortcutOf } from '../base/platform'
import styles from './menu.module.css'

export interface MenuProps {
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

/** A menu under its button. */
export const Menu = ({ trigger, align = 'start', onOpenChange, children }: MenuProps) => (
  <BaseMenu.Root {...(onOpenChange && { onOpenChange: (open: boolean) => onOpenChange(open) })}>
    <BaseMenu.Trigger render={trigger} />
    <BaseMenu.Portal>
      <BaseMenu.Positioner className={styles.positioner} align={align} sideOffset={4}>
        <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
)

export interface ContextMenuProps {
  /** The element with the context menu: right click, Shift+F10 and the menu key. */
  readonly area: ReactElement
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

/** A menu at the pointer. */
export const ContextMenu = ({ area, onOpenChange, children }: ContextMenuProps) => (
  <BaseContextMenu.Root {...(onOpenChange && { onOpenChange: (open: boolean) => onOpenChange(open) })}>
    <BaseContextMenu.Trigger render={area} />
    <BaseContextMenu.Portal>
      <BaseContextMenu.Positioner className={styles.positioner}>
        <BaseContextMenu.Popup className={styles.popup}>{children}</BaseContextMenu.Popup>
      </BaseContextMenu.Positioner>
    </BaseContextMenu.Portal>
  </BaseContextMenu.Root>
)

export interface MenuAtProps {
  readonly label: string
  /** The position of the menu in the window. */
  readonly rect: () => DOMRect
  readonly onClose: () => void
  /** The first item is selected, so that Enter chooses it: for menus opened by a key. */
  readonly selectsFirst?: boolean
  readonly children: ReactNode
}

/** Selects the first item after the menu itself has got the focus. */
const selectFirst = (menu: HTMLElement | null): void => {
  const focus = () =>
    menu?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus()
  requestAnimationFrame(() => requestAnimationFrame(focus))
}

/** A menu without a button, open while it is rendered. */
export const MenuAt = ({ label, rect, onClose, selectsFirst = false, children }: MenuAtProps) => (
  <BaseMenu.Root open onOpenChange={(open) => !open && onClose()}>
    <BaseMenu.Portal>
      <BaseMenu.Positioner
        className={styles.positioner}
        align="start"
        sideOffset={4}
        anchor={{ getBoundingClientRect: rect }}
      >
        <BaseMenu.Popup ref={selectsFirst ? selectFirst : null} className={styles.popup} aria-label={label}>
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
)

export interface MenuItemProps {
  readonly label: string
  /** A command whose shortcut is shown; `onSelect` runs it. */
  readonly command?: CommandId
  readonly hint?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Wraps a long label onto several lines. */
  readonly whole?: boolean
  readonly onSelect: () => void
}

/** A menu item. */
export const MenuItem = ({
  label,
  command,
  hint,
  disabled = false,
  danger = false,
  whole = false,
  onSelect,
}: MenuItemProps) => {
  const aside = hint ?? (command ? shortcutOf(command) : '')
  return (
    <BaseMenu.Item
      className={danger ? `${styles.item} ${styles.danger}` : (styles.item ?? '')}
      disabled={disabled}
      onClick={onSelect}
    >
      <span className={styles.words} data-whole={whole || undefined}>
        {label}
      </span>
      {aside && <span className={styles.hint}>{aside}</span>}
    </BaseMenu.Item>
  )
}

export interface MenuChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly hint?: string }[]
  readonly onChange: (value: V) => void
}

/** A radio group in a menu, with a heading. */
export const MenuChoice = <V extends string>({ label, value, options, onChange }: MenuChoiceProps<V>) => (
  <BaseMenu.Group>
    <BaseMenu.GroupLabel className={styles.label}>{label}</BaseMenu.GroupLabel>
    <BaseMenu.RadioGroup value={value} onValueChange={(chosen: V) => onChange(chosen)}>
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick>
          <span className={styles.mark}>
            <BaseMenu.RadioItemIndicator>
              <Check size={14} aria-hidden />
            </BaseMenu.RadioItemIndicator>
          </span>
          <span className={styles.words}>{option.label}</span>
          {option.hint && <span className={styles.hint}>{option.hint}</span>}
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  </BaseMenu.Group>
)

export interface MenuCheckProps {
  readonly label: string
  readonly checked: boolean
  readonly hint?: string
  readonly onChange: () => void
}

/** A menu item with a check mark. */
export const MenuCheck = ({ label, checked, hint, onChange }: MenuCheckProps) => (
  <BaseMenu.CheckboxItem className={styles.item} checked={checked} onCheckedChange={onChange} closeOnClick>
    <span className={styles.mark}>
      <BaseMenu.CheckboxItemIndicator>
        <Check size={14} aria-hidden />
      </BaseMenu.CheckboxItemIndicator>
    </span>
    <span className={styles.words}>{label}</span>
    {hint && <span className={styles.hint}>{hint}</span>}
  </BaseMenu.CheckboxItem>
)

export interface SubmenuProps {
  readonly label: string
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A submenu. */
export const Submenu = ({ label, disabled = false, children }: SubmenuProps) => (
  <BaseMenu.SubmenuRoot disabled={disabled}>
    <BaseMenu.SubmenuTrigger className={styles.item}>
      <span className={styles.words}>{label}</span>
      <ChevronRight size={14} aria-hidden />
    </BaseMenu.SubmenuTrigger>
    <BaseMenu.Portal>
      <BaseMenu.Positioner className={styles.positioner}>
        <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.SubmenuRoot>
)

export interface MenuGroupProps {
  readonly label: string
  readonly children: ReactNode
}

/** A group of menu items with a heading. */
export const MenuGroup = ({ label, children }: MenuGroupProps) => (
  <BaseMenu.Group>
    <BaseMenu.GroupLabel className={styles.label}>{label}</BaseMenu.GroupLabel>
    {children}
  </BaseMenu.Group>
)

/** A separator. */
export const MenuSeparator = () => <BaseMenu.Separator className={styles.separator} />
