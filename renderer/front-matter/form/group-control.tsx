import type { ReactNode } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import styles from './form.module.css'

interface GroupControlProps {
  readonly field: FormField
  readonly children: ReactNode
}

/** Fields of a field, such as `author.name`, each with a control of its own. */
export const GroupControl = ({ field, children }: GroupControlProps) => (
  <fieldset className={styles.group}>
    <legend>{field.label}</legend>
    {children}
  </fieldset>
)
