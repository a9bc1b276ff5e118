import type { FormField } from '../../../shared/front-matter/schema/form-field'
import type { FieldRole } from '../../../shared/front-matter/schema/site-schema'
import { t } from '../../../shared/texts/translate'
import { Switch } from '../../ui/switch'
import { setSwitch } from '../head/form-edits'
import styles from './controls.module.css'
import { driftId } from './drift-notes'

/** What the switch means when on and off. */
const meanings: Readonly<Partial<Record<FieldRole, readonly [on: string, off: string]>>> = {
  featured: [t('form.featuredOn'), t('form.featuredOff')],
  draft: [t('form.draftOn'), t('form.draftOff')],
}

/** A boolean, changed immediately in the file's own spelling. */
export const SwitchControl = ({ field }: { readonly field: FormField }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
  <label className={styles.flag} data-offered={!field.present || undefined}>
    <Switch
      checked={field.value === true}
      disabled={field.locked !== null}
      aria-describedby={field.drift ? driftId(field) : undefined}
      onCheckedChange={(on) => setSwitch(field.path, on)}
    />
    <span>{field.label}</span> <Meaning role={field.role} on={field.value === true} />
  </label>
)

const Meaning = ({ role, on }: { readonly role: FieldRole | null; readonly on: boolean }) => {
  const words = role === null ? undefined : meanings[role]
  return words ? <span className={styles.hint}>{words[on ? 0 : 1]}</span> : null
}
