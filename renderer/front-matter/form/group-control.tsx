import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { FieldGrid } from './field-grid'
import styles from './form.module.css'

/** In a group the name of the group goes without saying. */
const within = (group: FormField): FormField[] =>
  group.fields.map((field) =>
    field.label === field.key ? { ...field, label: field.path.slice(group.path.length).join('.') } : field,
  )

/** Fields of a field, such as `author.name`, each with a control of its own. */
export const GroupControl = ({ field }: { readonly field: FormField }) => (
  <fieldset className={styles.group}>
    <legend>{field.label}</legend>
    <FieldGrid fields={within(field)} />
  </fieldset>
)
