import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import type { FindingSeverity } from '../../shared/checks/findings/finding'
import { t } from '../../shared/texts/translate'
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
  { value: 'all', label: t('library.all') },
  { value: 'error', label: t('checks.errors') },
  { value: 'warning', label: t('checks.warnings') },
  { value: 'hint', label: t('checks.hints') },
] as const

const Severities = ({ severity, onSeverity }: Pick<FilterBarProps, 'severity' | 'onSeverity'>) => {
  const counts = useFindings((state) => state.counts)
  const all = counts.error + counts.warning + counts.hint
  return (
    <ToggleGroup
      className={styles.severities}
      aria-label={t('checks.severity')}
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
          {check ?? t('checks.kind')} <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label={t('checks.kind')}
        value={check ?? ''}
        options={[
          { value: '', label: t('checks.allKinds') },
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

/** Actions for many findings. */
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
          {t('checks.fixAllOfKind')} <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuGroup label={t('checks.inThisPost')}>
        {kinds.length === 0 && (
          <MenuItem label={t('checks.nothingFixable')} disabled onSelect={() => undefined} />
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
      <MenuGroup label={t('checks.inAllPosts')}>
        {inPosts.map((kind) => (
          <MenuItem
            key={kind.check}
            label={kind.check}
            hint={t('changes.posts', { count: kind.posts })}
            onSelect={() => void fixAllPosts(kind.check)}
          />
        ))}
      </MenuGroup>
      <MenuGroup label={t('checks.otherSites')}>
        {asking ? (
          <MenuItem label={t('checks.stopChecking')} onSelect={stopLinksOutside} />
        ) : (
          <MenuItem label={t('checks.checkLinksMore')} onSelect={() => void checkLinksOutside()} />
        )}
      </MenuGroup>
    </Menu>
  )
}

/** The filters of the Problems view, and actions for many findings. */
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
      {t('app.thisPost')}
    </Toggle>
    <Checks check={check} onCheck={onCheck} />
    <More />
  </div>
)
