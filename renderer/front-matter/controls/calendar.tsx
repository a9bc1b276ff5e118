import { DayPicker } from 'react-day-picker'
import styles from './calendar.module.css'

/** A calendar day without a time zone; months start at 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

// Noon, so that daylight saving time never changes the day.
const noonOf = ({ year, month, day }: Day): Date => new Date(year, month - 1, day, 12)
const dayOf = (date: Date): Day => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
})

interface WithWeekInfo {
  readonly getWeekInfo?: () => { readonly firstDay: number }
}

const firstDayOfWeek = (): 0 | 1 | 6 => {
  const locale = new Intl.Locale(navigator.language) as Intl.Locale & WithWeekInfo
  const first = locale.getWeekInfo?.().firstDay
  return first === 7 ? 0 : first === 6 ? 6 : 1
}

const names = {
  root: styles.root,
  month: styles.month,
  nav: styles.nav,
  button_previous: styles.step,
  button_next: styles.step,
  chevron: styles.chevron,
  month_caption: styles.caption,
  dropdowns: styles.dropdowns,
  dropdown_root: styles.dropdownRoot,
  dropdown: styles.dropdown,
  caption_label: styles.captionLabel,
  month_grid: styles.grid,
  weekday: styles.weekday,
  day: styles.day,
  day_button: styles.dayButton,
  selected: styles.selected,
  today: styles.today,
  outside: styles.outside,
}

const classNames = Object.fromEntries(Object.entries(names).map(([part, name]) => [part, name ?? '']))

export interface CalendarProps {
  readonly selected: Day | null
  readonly onSelect: (day: Day) => void
}

/** One month; arrow keys, Page Up and Page Down move the focus. */
export const Calendar = ({ selected, onSelect }: CalendarProps) => {
  const now = new Date()
  const shown = selected ? noonOf(selected) : now
  return (
    <DayPicker
      mode="single"
      required
      autoFocus
      showOutsideDays
      captionLayout="dropdown"
      startMonth={new Date(Math.min(1990, shown.getFullYear()), 0)}
      endMonth={new Date(Math.max(now.getFullYear() + 10, shown.getFullYear()), 11)}
      weekStartsOn={firstDayOfWeek()}
      defaultMonth={shown}
      selected={selected ? noonOf(selected) : undefined}
      onSelect={(date) => onSelect(dayOf(date))}
      classNames={classNames}
    />
  )
}
