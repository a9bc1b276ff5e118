import { createCounter } from '../../shared/base/counter'
import type { Parameter } from '../../shared/shortcodes/shape'
import { t } from '../../shared/texts/translate'
import styles from './shortcode-box.module.css'

/** The form field of a parameter, with its current value. */
export interface ParameterField {
  readonly parameter: Parameter
  readonly element: HTMLElement
  readonly value: () => string
}

const nextId = createCounter()

const newId = (): string => `shortcode-${nextId()}`

const labelled = (parameter: Parameter, control: HTMLElement): HTMLElement => {
  const label = document.createElement('label')
  label.className = styles.label ?? ''
  label.htmlFor = control.id
  label.textContent = parameter.isRequired
    ? t('shortcodes.required', { name: parameter.name })
    : parameter.name
  const row = document.createElement('div')
  row.className = styles.row ?? ''
  row.append(label, control)
  return row
}

const checkbox = (parameter: Parameter, value: string): ParameterField => {
  const input = document.createElement('input')
  input.type = 'checkbox'
  input.id = newId()
  input.checked = value !== '' && value !== 'false'
  const unchecked = value === 'false' || parameter.otherwise === 'true' ? 'false' : ''
  return {
    parameter,
    element: labelled(parameter, input),
    value: () => (input.checked ? (value !== '' && value !== 'false' ? value : 'true') : unchecked),
  }
}

/** A text field. If the parameter has known choices, they are offered, but any text can be entered. */
const textField = (parameter: Parameter, value: string): ParameterField => {
  const input = document.createElement('input')
  input.type = 'text'
  input.id = newId()
  input.dir = 'auto'
  input.className = styles.input ?? ''
  input.value = value
  input.placeholder = parameter.otherwise
  input.spellcheck =
    parameter.kind === 'text' && /title|caption|alt|text|summary|description/i.test(parameter.name)
  if (parameter.kind === 'number') input.inputMode = 'decimal'
  const row = labelled(parameter, input)
  if (parameter.choices.length > 0) {
    const list = document.createElement('datalist')
    list.id = newId()
    for (const choice of parameter.choices) {
      const option = document.createElement('option')
      option.value = choice
      list.append(option)
    }
    input.setAttribute('list', list.id)
    row.append(list)
  }
  return { parameter, element: row, value: () => input.value }
}

/** The field of a parameter with its value in a call; empty if the call has none. */
export const fieldFor = (parameter: Parameter, value: string): ParameterField =>
  parameter.kind === 'flag' && /^(?:true|false|)$/.test(value)
    ? checkbox(parameter, value)
    : textField(parameter, value)
