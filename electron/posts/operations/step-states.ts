import { type FileStep, isAt, movedAlong, type StepState, stateOf } from './file-step'

/** A step as the disk has it now: `not-yet` where an earlier move has still to bring its file. */
export interface StandingStep {
  readonly step: FileStep
  readonly state: StepState | 'not-yet'
}

/** How the disk stands to a step of an operation, whose later steps may have moved its file on. */
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

/** Where the file of a step is before it. */
export const placeOf = (step: FileStep): string => (step.kind === 'move' ? step.from : step.path)

/** A step may also expect what an earlier step of its own operation makes: a file that is moved here first. */
export const isExpected = (step: FileStep, state: string, steps: readonly FileStep[]): boolean =>
  state === 'to-do' ||
  (step.kind === 'write' && steps.some((other) => other.kind === 'move' && isAt(step.path, other.to)))
