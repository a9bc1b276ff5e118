import { type FileStep, isAt, movedAlong, type StepState, stateOf } from './file-step'

/** The current state of a step: `not-yet` if an earlier move has yet to bring its file. */
export interface StandingStep {
  readonly step: FileStep
  readonly state: StepState | 'not-yet'
}

/** The state of a step; later steps of the operation may have moved its file. */
export const standingOf = async (steps: readonly FileStep[], index: number): Promise<StandingStep> => {
  const step = steps[index] as FileStep
  const state = await stateOf(step)
  if (state !== 'changed') return { step, state }
  let moved = step
  for (const later of steps.slice(index + 1)) if (later.kind === 'move') moved = movedAlong(moved, later)
  if (placeOf(moved) !== placeOf(step)) {
    const there = await stateOf(moved)
    if (there !== 'changed') return { step: moved, state: there }
  }
  for (const earlier of steps.slice(0, index))
    if (earlier.kind === 'move' && isAt(placeOf(step), earlier.to) && (await stateOf(earlier)) === 'to-do')
      return { step, state: 'not-yet' }
  return { step, state }
}

/** The place of a step's file before the step. */
export const placeOf = (step: FileStep): string => (step.kind === 'move' ? step.from : step.path)

/** Whether the state is expected: an earlier step may first move the file here. */
export const isExpected = (step: FileStep, state: string, steps: readonly FileStep[]): boolean =>
  state === 'to-do' ||
  (step.kind === 'write' && steps.some((other) => other.kind === 'move' && isAt(step.path, other.to)))
