import type { ReactNode } from 'react'
import { NumberInput, type NumberInputProps } from '../ui/number-input'
import styles from './settings-dialog.module.css'

/** A part of the settings under its own heading. */
export const Section = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className={styles.section} aria-label={name}>
    <h2 className={styles.heading}>{name}</h2>
    {children}
  </section>
)

/** A setting: its label at the start of the line, its control at the end. */
export interface RowProps {
  readonly label: string
  readonly explanation?: string
  readonly children: ReactNode
}

/** One line of the settings. */
export const Row = ({ label, explanation, children }: RowProps) => (
  <div className={styles.row}>
    <div className={styles.words}>
      <div>{label}</div>
      {explanation && <div className={styles.explanation}>{explanation}</div>}
    </div>
    {children}
  </div>
)

/** One line with a number. */
export const NumberRow = ({ explanation, ...input }: NumberInputProps & Pick<RowProps, 'explanation'>) => (
  <Row label={input.label} {...(explanation !== undefined && { explanation })}>
    <NumberInput {...input} />
  </Row>
)
