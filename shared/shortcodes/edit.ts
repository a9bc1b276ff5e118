import { t } from '../texts/translate'
import { type Argument, type Call, readCall } from './call'
import type { Parameter } from './shape'
import { isSameBut, writtenArgument, writtenValue } from './write'

export interface ArgumentChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The result of editing a call; the reason of a refusal is shown to the user. */
export type CallEdit =
  | { readonly kind: 'change'; readonly change: ArgumentChange }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: string }

const isOf =
  (call: Call, { name, position }: Parameter) =>
  (argument: Argument): boolean =>
    position === null
      ? argument.name === name
      : argument.name === null && call.args.filter((one) => one.name === null).indexOf(argument) === position

/** The argument of a call for a parameter; undefined if it has none. */
export const argumentOf = (call: Call, parameter: Parameter): Argument | undefined =>
  call.args.find(isOf(call, parameter))

const refused = (reason: string): CallEdit => ({ kind: 'refused', reason })

const changeFor = (text: string, call: Call, of: Parameter, value: string): ArgumentChange | string => {
  const given = argumentOf(call, of)
  const isPlaced = of.position !== null
  const count = call.args.filter((one) => one.name === null).length
  if (!given) {
    if (isPlaced && call.args.length > count) return t('shortcodes.namedAndPlaced')
    if (!isPlaced && count > 0 && call.kind === 'hugo') return t('shortcodes.placedAndNamed')
    if (isPlaced && count < (of.position ?? 0)) return t('shortcodes.valuesBefore')
    const written = writtenArgument(call.kind, of, value)
    if (written === null) return notWritable(of)
    const isFirst = call.args.length === 0
    // In a call with an argument on each line, so is the new one.
    const ownLine = isFirst ? null : /\r?\n[ \t]*$/.exec(text.slice(0, call.args.at(-1)?.from))
    const between = (call.kind === 'tag' && !isFirst ? ',' : '') + (ownLine?.[0] ?? ' ')
    return { from: call.end, to: call.end, insert: between + written }
  }
  if (value === '' && (!isPlaced || of.position === count - 1)) {
    // Also removes the blanks and the comma before it.
    const before = /(?<![\s,])[\s,]*$/.exec(text.slice(0, given.from))?.[0].length ?? 0
    const isOnly = call.args[0] === given && call.args.length > 1 && call.kind === 'tag'
    const after = isOnly ? (/^[\s,]*/.exec(text.slice(given.to))?.[0].length ?? 0) : 0
    return isOnly
      ? { from: given.from, to: given.to + after, insert: '' }
      : { from: given.from - before, to: given.to, insert: '' }
  }
  if (call.kind === 'component' && of.kind === 'flag' && value === 'true')
    return { from: given.from, to: given.to, insert: of.name }
  const quote = given.valueFrom === given.valueTo ? '"' : given.quote
  const written = writtenValue(call.kind, value, quote, given.quote === '{' ? 'code' : of.kind)
  if (written === null) return notWritable(of)
  const isFlag = given.valueFrom === given.valueTo && given.name !== null
  return { from: given.valueFrom, to: given.valueTo, insert: isFlag ? `=${written}` : written }
}

const notWritable = ({ name, kind }: Parameter): string =>
  kind === 'text' ? t('shortcodes.cannotHold', { name }) : t('shortcodes.noExpression', { name })

/** The smallest change that sets an argument of a call; an empty value removes the argument. */
export const editCall = (text: string, call: Call, of: Parameter, value: string): CallEdit => {
  const given = argumentOf(call, of)
  if ((given?.value ?? '') === value && (given !== undefined || value === '')) return { kind: 'same' }
  const change = changeFor(text, call, of, value)
  if (typeof change === 'string') return refused(change)
  // Parse the result: all other arguments must be unchanged.
  const changed = text.slice(0, change.from) + change.insert + text.slice(change.to)
  const after = readCall(changed, call.from)
  const isAsked = after !== null && (argumentOf(after, of)?.value ?? '') === value
  if (!after || !isAsked || !isSameBut(call, after, (one) => isOf(call, of)(one) || isOf(after, of)(one)))
    return refused(t('shortcodes.otherChanged'))
  return { kind: 'change', change }
}
