import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { adoptStyle } from '../../../shared/front-matter/style/adopt'
import { t } from '../../../shared/texts/translate'
import { useSchema } from '../../base/schema-store'
import { applyEdit } from '../head/form-edits'
import styles from './drift-notes.module.css'

/** The fields of a form, including groups, whose style differs from the other posts. */
const driftingFields = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [...(field.drift ? [field] : []), ...driftingFields(field.fields)])

/** Adopts the site's style field by field, each by its own proved edit. */
const adopt = (fields: readonly FormField[]): void => {
  for (const { key, path } of fields) {
    const usual = useSchema.getState().fields.find((field) => field.key === key)
    if (usual) applyEdit((text) => adoptStyle(text, path, usual))
  }
}

/** Lists below the fields where the style differs from the other posts, with a button to adopt it. */
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

/** A message with its names in backticks set as code, then the reason why it cannot be adopted. */
const Message = ({ field }: { readonly field: FormField }) => (
  <span id={driftId(field)}>
    {field.drift?.message
      .split('`')
      .map((part, at) => (at % 2 === 1 ? <strong key={part}>{part}</strong> : part))}
    {field.drift?.kept && `. ${field.drift.kept}.`}
  </span>
)

/** The id of the note about a field, for `aria-describedby`. */
export const driftId = ({ key }: FormField): string => `drift-${key.replace(/\s/g, '_')}`

const Adopt = ({ label, fields }: { readonly label: string; readonly fields: readonly FormField[] }) => (
  <button
    type="button"
    onClick={(event) => {
      event.preventDefault() // in a summary it would also toggle the list
      adopt(fields)
    }}
  >
    {label}
  </button>
)
