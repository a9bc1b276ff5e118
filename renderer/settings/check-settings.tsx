import { checkEntries } from '../../shared/checks/checks'
import type { CheckSeverity } from '../../shared/checks/severity/check-severities'
import { t } from '../../shared/texts/translate'
import { changeSettings, getSettings, useSettings } from '../base/settings-store'
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
  return (
    <Section name={t('settings.checks')}>
      {checkEntries.map(({ name, about, severity }) => (
        <Row key={name} label={name} explanation={about}>
          <Select
            label={name}
            value={checks[name] ?? 'usual'}
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
