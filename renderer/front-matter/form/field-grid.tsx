import type { ReactNode } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { SwitchControl } from '../controls/switch'
import { placed, within } from './field-layout'
import { FieldRow } from './field-row'
import styles from './form.module.css'

interface GroupControlProps {
  readonly field: FormField
  readonly children: ReactNode
}

/** The fields of a group, such as `author.name`, each with its own control. */
const GroupControl = ({ field, children }: GroupControlProps) => (
  <fieldset className={styles.group}>
    <legend>{field.label}</legend>
    {children}
  </fieldset>
)

const isFlag = ({ type, locked }: FormField): boolean => type === 'boolean' && locked === null
const isGroup = ({ type, locked, fields }: FormField): boolean =>
  type === 'nested' && locked === null && fields.length > 0
const keyOf = ({ path }: FormField): string => path.join('\n')

/** The fields of a head or group. Switches are together below the others. */
export const FieldGrid = ({ fields }: { readonly fields: readonly FormField[] }) => (
  <>
    <div className={styles.grid}>
      {placed(fields.filter((field) => !isFlag(field))).map(({ field, width }) =>
        isGroup(field) ? (
          <GroupControl key={keyOf(field)} field={field}>
            <FieldGrid fields={within(field)} />
          </GroupControl>
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
