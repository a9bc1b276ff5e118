import type { FormField } from '../../../shared/front-matter/schema/form-field'

export type FieldWidth = 'full' | 'wide' | 'narrow'

/** How much of the row a field takes. */
const widthOf = ({ type, role }: FormField): FieldWidth => {
  if (role === 'title' || role === 'summary') return 'full'
  if (type === 'date' || type === 'number' || type === 'enumeration') return 'narrow'
  return type === 'text' || type === 'image' ? 'wide' : 'full'
}

interface Placed {
  readonly field: FormField
  readonly width: FieldWidth
}

/**
 * Puts a narrow field beside a wide one, whichever comes first; otherwise keeps the order. A field without a neighbor
 * takes the whole row, so that visual order and Tab order agree.
 */
export const placed = (fields: readonly FormField[]): Placed[] => {
  const rows: Placed[] = []
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at]
    if (!field) continue
    const next = fields[at + 1]
    const pair = next && `${widthOf(field)} ${widthOf(next)}`
    if (next && (pair === 'wide narrow' || pair === 'narrow wide')) {
      const [wide, narrow] = pair === 'wide narrow' ? [field, next] : [next, field]
      rows.push({ field: wide, width: 'wide' }, { field: narrow, width: 'narrow' })
      at += 1
    } else rows.push({ field, width: 'full' })
  }
  return rows
}

/** The fields of a group, without the name of the group in their labels. */
export const within = (group: FormField): FormField[] =>
  group.fields.map((field) =>
    field.label === field.key ? { ...field, label: field.path.slice(group.path.length).join('.') } : field,
  )
