import type { FormField } from '../../shared/front-matter/form-field'
import { FieldRow, widthOf } from './field-row'
import styles from './form.module.css'
import { GroupControl } from './group-control'
import { SwitchControl } from './switch-control'

const isFlag = ({ type, locked }: FormField): boolean => type === 'boolean' && locked === null
const isGroup = ({ type, locked }: FormField): boolean => type === 'nested' && locked === null
const keyOf = ({ path }: FormField): string => path.join('\n')

interface Placed {
  readonly field: FormField
  readonly width: 'full' | 'wide' | 'narrow'
}

/**
 * Puts a narrow field beside a wide one, whichever the site writes first; the order of the rest stays. What finds
 * no neighbour takes the row, so that reading, tabbing and looking go the same way.
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

/** The fields of a head, or of a group in it. Flags stand together below the rest. */
export const FieldGrid = ({ fields }: { readonly fields: readonly FormField[] }) => (
  <>
    <div className={styles.grid}>
      {placed(fields.filter((field) => !isFlag(field))).map(({ field, width }) =>
        isGroup(field) ? (
          <GroupControl key={keyOf(field)} field={field} />
        ) : (
          <FieldRow key={keyOf(field)} field={field} width={width} />
        ),
      )}
    </div>
    {fields.some(isFlag) && (
      <div className={styles.flags}>
        {fields.filter(isFlag).map((field) => (
          <SwitchControl key={keyOf(field)} field={field} />
        ))}
      </div>
    )}
  </>
)
