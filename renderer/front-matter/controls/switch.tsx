import type { FormField } from '../../../shared/front-matter/schema/form-field'
import type { FieldRole } from '../../../shared/front-matter/schema/site-schema'
import { Switch } from '../../ui/switch'
import { setSwitch } from '../head/form-edits'
import styles from './controls.module.css'
import { driftId } from './drift-notes'

const meanings: Readonly<Partial<Record<FieldRole, string>>> = {
  featured: 'featured on the site',
  draft: 'left out of the site',
}

/** A flag of the site: on or off at once, in the file's own spelling. */
export const SwitchControl = ({ field }: { readonly field: FormField }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
  <label className={styles.flag} data-offered={!field.present || undefined}>
    <Switch
      checked={field.value === true}
      disabled={field.locked !== null}
      aria-describedby={field.drift ? driftId(field) : undefined}
      onCheckedChange={(on) => setSwitch(field.path, on)}
    />
    <span>{field.label}</span>{' '}
    {field.role && meanings[field.role] && <span className={styles.hint}>{meanings[field.role]}</span>}
  </label>
)
