import { checkEntries } from '../../shared/checks/checks'
import type { CheckSeverity } from '../../shared/checks/severity/check-severities'
import { t } from '../../shared/texts/translate'
import { changeSettings, getSettings, useSettings } from '../base/settings-store'
import { useFindings } from '../document/problems/findings'
import { Select } from '../ui/select'
import { Row, Section } from './settings-row'

const words = {
  off: t('settings.off'),
  hint: t('checks.hint'),
  warning: t('checks.warning'),
  error: t('checks.error'),
} as const

const choose = (name: string, chosen: CheckSeverity | 'usual'): void => {
  const { [name]: _, ...others } = getSettings().checks
  changeSettings({ checks: chosen === 'usual' ? others : { ...others, [name]: chosen } })
}

/** The severity of each check; `postwright.json` takes precedence. */
export const CheckSettings = () => {
  const checks = useSettings((settings) => settings.checks)
  const site = useFindings((state) => state.severities)
  return (
    <Section name={t('settings.checks')}>
      {checkEntries.map(({ name, about, severity }) => (
        <Row
          key={name}
          label={name}
          explanation={site[name] === undefined ? about : `${about} ${t('settings.setBySite')}`}
        >
          <Select
            label={name}
            disabled={site[name] !== undefined}
            value={site[name] ?? checks[name] ?? 'usual'}
            options={[
              { value: 'usual', label: t('settings.checkDefault', { severity: words[severity] }) },
              ...(Object.keys(words) as CheckSeverity[]).map((value) => ({ value, label: words[value] })),
            ]}
            onChange={(chosen) => choose(name, chosen as CheckSeverity | 'usual')}
          />
        </Row>
      ))}
    </Section>
  )
}
