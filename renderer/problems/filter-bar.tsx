import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import type { FindingSeverity } from '../../shared/checks/findings/finding'
import { useCheckedText } from '../document/problems/check-open'
import { useFindings } from '../document/problems/findings'
import { fixAllOf, fixable } from '../document/problems/fix'
import { Menu, MenuChoice, MenuGroup, MenuItem } from '../ui/menu'
import { fixAllPosts, fixableInPosts } from './fix-posts'
import { checkLinksOutside, stopLinksOutside } from './links-outside'
import { checksFound } from './problem-rows'
import styles from './problems-pane.module.css'

export interface FilterBarProps {
  readonly severity: FindingSeverity | 'all'
  readonly onSeverity: (severity: FindingSeverity | 'all') => void
  readonly onlyOpen: boolean
  /** Null where no post is open. */
  readonly onOnlyOpen: ((only: boolean) => void) | null
  readonly check: string | null
  readonly onCheck: (check: string | null) => void
}

const severities = [
  { value: 'all', label: 'All' },
  { value: 'error', label: 'Errors' },
  { value: 'warning', label: 'Warnings' },
  { value: 'hint', label: 'Hints' },
] as const

const Severities = ({ severity, onSeverity }: Pick<FilterBarProps, 'severity' | 'onSeverity'>) => {
  const counts = useFindings((state) => state.counts)
  const all = counts.error + counts.warning + counts.hint
  return (
    <ToggleGroup
      className={styles.severities}
      aria-label="Severity"
      value={[severity]}
      onValueChange={([chosen]) => onSeverity((chosen as FindingSeverity | undefined) ?? 'all')}
    >
      {severities.map(({ value, label }) => (
        <Toggle key={value} value={value} className={styles.filter} data-severity={value}>
          {label} {(value === 'all' ? all : counts[value]).toLocaleString('en')}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}

const Checks = ({ check, onCheck }: Pick<FilterBarProps, 'check' | 'onCheck'>) => {
  const posts = useFindings((state) => state.posts)
  const checks = useMemo(() => checksFound(posts), [posts])
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.filter} data-pressed={check !== null || undefined}>
          {check ?? 'Kind'} <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label="Kind"
        value={check ?? ''}
        options={[
          { value: '', label: 'All kinds' },
          ...checks.map((one) => ({
            value: one.check,
            label: one.check,
            hint: one.count.toLocaleString('en'),
          })),
        ]}
        onChange={(chosen) => onCheck(chosen === '' ? null : chosen)}
      />
    </Menu>
  )
}

/** What can be done to many findings at once. */
const More = () => {
  const findings = useCheckedText((state) => state.findings)
  const asking = useFindings((state) => state.progress?.kind === 'links')
  const kinds = useMemo(
    () =>
      [...new Set(findings.map(({ check }) => check))]
        .map((check) => ({ check, count: fixable(findings, check).length }))
        .filter(({ count }) => count > 0),
    [findings],
  )
  const posts = useFindings((state) => state.posts)
  const inPosts = useMemo(() => (posts.size > 0 ? fixableInPosts() : []), [posts])
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.filter}>
          Fix all of a kind <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuGroup label="In this post">
        {kinds.length === 0 && (
          <MenuItem label="Nothing can be fixed by itself" disabled onSelect={() => undefined} />
        )}
        {kinds.map(({ check, count }) => (
          <MenuItem
            key={check}
            label={check}
            hint={count.toLocaleString('en')}
            onSelect={() => fixAllOf(check)}
          />
        ))}
      </MenuGroup>
      <MenuGroup label="In all posts">
        {inPosts.map((kind) => (
          <MenuItem
            key={kind.check}
            label={kind.check}
            hint={`${kind.posts.toLocaleString('en')} ${kind.posts === 1 ? 'post' : 'posts'}`}
            onSelect={() => void fixAllPosts(kind.check)}
          />
        ))}
      </MenuGroup>
      <MenuGroup label="Other sites">
        {asking ? (
          <MenuItem label="Stop asking other sites" onSelect={stopLinksOutside} />
        ) : (
          <MenuItem label="Check links to other sites…" onSelect={() => void checkLinksOutside()} />
        )}
      </MenuGroup>
    </Menu>
  )
}

/** What of the problems is shown, and what can be done to many. */
export const FilterBar = ({ severity, onSeverity, onlyOpen, onOnlyOpen, check, onCheck }: FilterBarProps) => (
  <div className={styles.bar}>
    <Severities severity={severity} onSeverity={onSeverity} />
    <span className={styles.space} />
    <Toggle
      className={styles.filter}
      pressed={onlyOpen}
      disabled={onOnlyOpen === null}
      onPressedChange={(pressed) => onOnlyOpen?.(pressed)}
    >
      This post
    </Toggle>
    <Checks check={check} onCheck={onCheck} />
    <More />
  </div>
)
