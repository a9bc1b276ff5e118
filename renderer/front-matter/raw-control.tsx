import { revealLine } from '../document/reveal-line'
import { Button } from '../ui/button'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

/** A value without a control, as it is written. It is changed in the source. */
export const RawControl = ({ field, id, labelledBy }: ControlProps) => (
  <fieldset className={styles.raw} id={id} aria-labelledby={labelledBy}>
    <pre>{field.source}</pre>
    {field.line !== null && (
      <Button
        look="quiet"
        title={field.locked ?? undefined}
        onClick={() => field.line !== null && revealLine(field.line)}
      >
        Edit in the source
      </Button>
    )}
  </fieldset>
)
