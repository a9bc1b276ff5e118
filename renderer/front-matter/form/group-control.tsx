import type { ReactNode } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import styles from './form.module.css'

interface GroupControlProps {
  readonly field: FormField
  readonly children: ReactNode
}

/** The fields of a group, such as `author.name`, each with its own control. */
export const GroupControl = ({ field, children }: GroupControlProps) => (
  <fieldset className={styles.group}>
    <legend>{field.label}</legend>
    {children}
  </fieldset>
)
