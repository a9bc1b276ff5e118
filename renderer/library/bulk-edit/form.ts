import { assertNever } from '../../../shared/app-error'
import type { BulkChange } from '../../../shared/front-matter/edit/bulk-change'
import { isFieldName } from '../../../shared/front-matter/form/field-name'
import { keyOfRole } from '../../../shared/front-matter/schema/roles'
import { fieldOf, type SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { t } from '../../../shared/texts/translate'

/** The kinds of changes. */
export type BulkAct = 'set' | 'rename-field' | 'remove-field' | 'add-tag' | 'rename-tag' | 'remove-tag'

/** How a typed value is interpreted. */
export type ValueKind = 'text' | 'number' | 'switch' | 'list'

/** The dialog's inputs. */
export interface BulkForm {
  readonly act: BulkAct
  /** The field to change. */
  readonly key: string
  /** The list the tags are in. */
  readonly list: string
  readonly value: string
  /** The type of a field that no post has yet. */
  readonly newKind: ValueKind
  readonly tag: string
  /** The new name of a field or of a tag. */
  readonly to: string
}

/** The initial inputs; the list is the site's field for tags. */
export const emptyForm = (schema: SiteSchema): BulkForm => ({
  act: 'set',
  key: '',
  list: keyOfRole('tags', schema) ?? 'tags',
  value: '',
  newKind: 'text',
  tag: '',
  to: '',
})

/** The change that the inputs describe; `incomplete` while something is missing, `wrong` if it is impossible. */
export type AskedChange =
  | { readonly kind: 'ready'; readonly change: BulkChange }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'wrong'; readonly message: string }

/** Whether the change is about one tag of a list. */
export const isAboutTags = (act: BulkAct): act is 'add-tag' | 'rename-tag' | 'remove-tag' =>
  act === 'add-tag' || act === 'rename-tag' || act === 'remove-tag'

/** How a field's value is interpreted, by the site's posts; null if it can be changed only in the source. */
export const valueKindOf = ({ key, newKind }: BulkForm, schema: SiteSchema): ValueKind | null => {
  const field = fieldOf(schema, key.trim())
  if (!field) return newKind
  switch (field.type) {
    case 'number':
      return 'number'
    case 'boolean':
      return 'switch'
    case 'list':
      return 'list'
    case 'nested':
    case 'raw':
      return null
    default:
      return 'text'
  }
}

/** The fields that can be changed, for completion. */
export const fieldNames = (act: BulkAct, schema: SiteSchema): readonly string[] =>
  schema.fields
    .filter(({ type }) => {
      if (isAboutTags(act)) return type === 'list'
      return act !== 'set' || (type !== 'nested' && type !== 'raw')
    })
    .map(({ key }) => key)

/** The values of a field in the site's posts, the most used first, or those its settings allow. */
export const valuesOf = (key: string, schema: SiteSchema): readonly string[] => {
  const field = fieldOf(schema, key.trim())
  return field?.choices ?? field?.values.map(({ value }) => value) ?? []
}

/** The change that the inputs describe. */
export const changeOf = (form: BulkForm, schema: SiteSchema): AskedChange => {
  const key = (isAboutTags(form.act) ? form.list : form.key).trim()
  if (key === '') return incomplete
  if (!fieldOf(schema, key) && !isFieldName(key)) return wrong(nameRule)
  switch (form.act) {
    case 'set':
      return settingOf(form, key, schema)
    case 'remove-field':
      return ready({ kind: 'remove-field', key })
    case 'rename-field':
      return renamingOf(key, form.to.trim())
    case 'add-tag':
    case 'remove-tag': {
      const tag = form.tag.trim()
      return tag === '' ? incomplete : ready({ kind: form.act, key, tag })
    }
    case 'rename-tag': {
      const [tag, to] = [form.tag.trim(), form.to.trim()]
      return tag === '' || to === '' || tag === to ? incomplete : ready({ kind: 'rename-tag', key, tag, to })
    }
    default:
      return assertNever(form.act)
  }
}

const nameRule = t('form.nameRule')
const incomplete: AskedChange = { kind: 'incomplete' }
const wrong = (message: string): AskedChange => ({ kind: 'wrong', message })
const ready = (change: BulkChange): AskedChange => ({ kind: 'ready', change })

const renamingOf = (key: string, to: string): AskedChange => {
  if (to === '' || to === key) return incomplete
  if (to.includes('.')) return wrong(t('changes.noDotInName'))
  return isFieldName(to) ? ready({ kind: 'rename-field', key, to }) : wrong(nameRule)
}

const settingOf = (form: BulkForm, key: string, schema: SiteSchema): AskedChange => {
  const kind = valueKindOf(form, schema)
  const written = form.value.trim()
  if (kind === null) return wrong(t('changes.hasFields', { key }))
  if (kind === 'switch') return ready({ kind: 'flag', key, on: written !== 'false' })
  if (written === '') return incomplete
  if (kind === 'list') return ready({ kind: 'set', key, value: termsOf(written) })
  if (kind === 'text') return ready({ kind: 'set', key, value: form.value })
  const number = Number(written)
  return Number.isFinite(number)
    ? ready({ kind: 'set', key, value: number })
    : wrong(t('changes.notNumber', { written }))
}

const termsOf = (written: string): string[] => [
  ...new Set(
    written
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
]
