import { type ReactNode, useId } from 'react'
import { t } from '../../../shared/texts/translate'
import { useSchema } from '../../base/schema-store'
import { CompletedInput } from '../../ui/completed-input'
import { Select } from '../../ui/select'
import { TextInput } from '../../ui/text-input'
import styles from '../plan/plan-dialog.module.css'
import {
  type BulkAct,
  type BulkForm,
  fieldNames,
  isAboutTags,
  type ValueKind,
  valueKindOf,
  valuesOf,
} from './form'
import { setBulkForm } from './store'

const acts: readonly { readonly value: BulkAct; readonly label: string }[] = [
  { value: 'set', label: t('changes.setField') },
  { value: 'rename-field', label: t('changes.renameField') },
  { value: 'remove-field', label: t('changes.removeField') },
  { value: 'add-tag', label: t('changes.addTag') },
  { value: 'rename-tag', label: t('changes.renameTag') },
  { value: 'remove-tag', label: t('changes.removeTag') },
]

const kinds: readonly { readonly value: ValueKind; readonly label: string }[] = [
  { value: 'text', label: t('form.text') },
  { value: 'number', label: t('form.number') },
  { value: 'switch', label: t('form.switch') },
  { value: 'list', label: t('form.list') },
]

const states = [
  { value: 'true', label: t('changes.on') },
  { value: 'false', label: t('changes.off') },
] as const

interface LabelledProps {
  readonly label: string
  readonly children: (id: string) => ReactNode
}

const Labelled = ({ label, children }: LabelledProps) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}

// A select is a button: it is named by its own label.
const Chosen = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles.field}>
    <span className={styles.label} aria-hidden>
      {label}
    </span>
    {children}
  </div>
)

const FieldName = ({ form, describedBy }: BulkEditFieldsProps) => {
  const schema = useSchema()
  const tags = isAboutTags(form.act)
  return (
    <Labelled label={tags ? t('form.list') : t('changes.field')}>
      {(id) => (
        <CompletedInput
          id={id}
          monospace
          value={tags ? form.list : form.key}
          choices={fieldNames(form.act, schema)}
          aria-describedby={describedBy}
          onValueChange={(name) => setBulkForm(tags ? { list: name } : { key: name, value: '' })}
        />
      )}
    </Labelled>
  )
}

const Value = ({ form, describedBy }: BulkEditFieldsProps) => {
  const schema = useSchema()
  const kind = valueKindOf(form, schema)
  const known = schema.fields.some(({ key }) => key === form.key.trim())
  return (
    <>
      {form.key !== '' && !known && (
        <Chosen label={t('changes.newFieldKind')}>
          <Select
            label={t('form.kind')}
            value={form.newKind}
            options={kinds}
            onChange={(newKind) => setBulkForm({ newKind, value: '' })}
          />
        </Chosen>
      )}
      {kind === 'switch' ? (
        <Chosen label={t('changes.value')}>
          <Select
            label={t('changes.value')}
            value={form.value === 'false' ? 'false' : 'true'}
            options={states}
            onChange={(value) => setBulkForm({ value })}
          />
        </Chosen>
      ) : (
        <Labelled label={kind === 'list' ? t('changes.values') : t('changes.value')}>
          {(id) => (
            <CompletedInput
              id={id}
              spellCheck
              inputMode={kind === 'number' ? 'decimal' : 'text'}
              value={form.value}
              choices={valuesOf(form.key, schema)}
              aria-describedby={describedBy}
              onValueChange={(value) => setBulkForm({ value })}
            />
          )}
        </Labelled>
      )}
    </>
  )
}

const Tag = ({ form, describedBy }: BulkEditFieldsProps) => {
  const schema = useSchema()
  return (
    <Labelled label={t('changes.tag')}>
      {(id) => (
        <CompletedInput
          id={id}
          value={form.tag}
          choices={valuesOf(form.list, schema)}
          aria-describedby={describedBy}
          onValueChange={(tag) => setBulkForm({ tag })}
        />
      )}
    </Labelled>
  )
}

const NewName = ({ form, describedBy }: BulkEditFieldsProps) => (
  <Labelled label={t('changes.newName')}>
    {(id) => (
      <TextInput
        id={id}
        monospace={form.act === 'rename-field'}
        autoComplete="off"
        value={form.to}
        aria-describedby={describedBy}
        onValueChange={(to) => setBulkForm({ to })}
      />
    )}
  </Labelled>
)

export interface BulkEditFieldsProps {
  readonly form: BulkForm
  /** Says what is wrong with them. */
  readonly describedBy: string
}

/** The inputs of the change; names and values are completed from those of the site. */
export const BulkEditFields = (props: BulkEditFieldsProps) => {
  const { act } = props.form
  return (
    <>
      <Chosen label={t('changes.action')}>
        <Select
          label={t('changes.action')}
          value={act}
          options={acts}
          onChange={(chosen) => setBulkForm({ act: chosen, to: '' })}
        />
      </Chosen>
      <FieldName {...props} />
      {act === 'set' && <Value {...props} />}
      {isAboutTags(act) && <Tag {...props} />}
      {(act === 'rename-field' || act === 'rename-tag') && <NewName {...props} />}
    </>
  )
}
