import { adoptStyle } from '../../shared/front-matter/adopt'
import type { FormField } from '../../shared/front-matter/form-field'
import { useSchema } from '../base/schema-store'
import styles from './form.module.css'
import { applyEdit } from './form-edits'

/** Where this post writes a field unlike the others: told, and adopted by one press. */
export const DriftLine = ({ field, id }: { readonly field: FormField; readonly id: string | undefined }) => {
  const usual = useSchema(({ fields }) => fields.find(({ key }) => key === field.key))
  return (
    <p className={styles.drift} id={id}>
      <span>{field.drift?.message}</span>
      {field.drift?.adoptable && usual && (
        <button type="button" onClick={() => applyEdit((text) => adoptStyle(text, field.path, usual))}>
          Write it the usual way
        </button>
      )}
    </p>
  )
}
