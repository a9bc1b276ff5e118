import type { FormField } from '../../shared/front-matter/form-field'
import { FieldGrid } from './field-grid'
import styles from './form.module.css'

/** Fields of a field, such as `author.name`, each with a control of its own. */
export const GroupControl = ({ field }: { readonly field: FormField }) => (
  <fieldset className={styles.group}>
    <legend>{field.label}</legend>
    <FieldGrid fields={field.fields} />
  </fieldset>
)
