import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { adoptStyle } from '../../../shared/front-matter/style/adopt'
import { t } from '../../../shared/texts/translate'
import { useSchema } from '../../base/schema-store'
import { applyEdit } from '../head/form-edits'
import styles from './drift-notes.module.css'

/** The fields of a form, those in groups too, that are written unlike the other posts write them. */
const driftingFields = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [...(field.drift ? [field] : []), ...driftingFields(field.fields)])

/** Adopts the site's way one field after the other, each by an edit of its own that is proved. */
const adopt = (fields: readonly FormField[]): void => {
  for (const { key, path } of fields) {
    const usual = useSchema.getState().fields.find((field) => field.key === key)
    if (usual) applyEdit((text) => adoptStyle(text, path, usual))
  }
}

/** Where this post is written unlike the others: told below the fields, adopted by one press, never forced. */
export const DriftNotes = ({ fields }: { readonly fields: readonly FormField[] }) => {
  const drifting = driftingFields(fields)
  const adoptable = drifting.filter(({ drift }) => drift?.kept === null)
  const [only] = drifting
  if (!only) return null
  if (drifting.length === 1) {
    return (
      <p className={styles.drift}>
        <Message field={only} />
        {adoptable.length > 0 && <Adopt label={t('form.adoptOne')} fields={adoptable} />}
      </p>
    )
  }
  return (
    <details className={styles.drifts}>
      <summary>
        {t('form.fieldsDrift', { count: drifting.length })}
        {adoptable.length > 0 && <Adopt label={t('form.adoptAll')} fields={adoptable} />}
      </summary>
      {drifting.map((field) => (
        <p key={field.key} className={styles.drift}>
          <Message field={field} />
          {field.drift?.kept === null && <Adopt label={t('form.adoptOne')} fields={[field]} />}
        </p>
      ))}
    </details>
  )
}

/** A message with the names in it, which stand between backticks, set apart; then why it has to stay so. */
const Message = ({ field }: { readonly field: FormField }) => (
  <span id={driftId(field)}>
    {field.drift?.message
      .split('`')
      .map((part, at) => (at % 2 === 1 ? <strong key={part}>{part}</strong> : part))}
    {field.drift?.kept && `. ${field.drift.kept}.`}
  </span>
)

/** The id of the line about a field, for the control to point to. */
export const driftId = ({ key }: FormField): string => `drift-${key.replace(/\s/g, '_')}`

const Adopt = ({ label, fields }: { readonly label: string; readonly fields: readonly FormField[] }) => (
  <button
    type="button"
    onClick={(event) => {
      event.preventDefault() // in a summary it would fold the list too
      adopt(fields)
    }}
  >
    {label}
  </button>
)
