import type { FileStep } from './file-step'

/** Identifies steps that are kept until they are taken. */
export type Ticket = number

/** The steps of plans, which contain the bytes of many files and are taken in parts. */
export interface KeptSteps {
  readonly keep: (steps: readonly FileStep[]) => Ticket
  /** The next part of the steps; empty when all were taken. */
  readonly take: (ticket: Ticket) => readonly FileStep[]
}

const maxBytes = 1_000_000
/** Steps of plans that are never carried out are dropped by later plans. */
const maxKept = 4

/** Keeps the steps of the last plans. */
export const createKeptSteps = (): KeptSteps => {
  const kept = new Map<Ticket, FileStep[]>()
  let tickets = 0
  return {
    keep: (steps) => {
      tickets += 1
      kept.set(tickets, [...steps])
      for (const old of [...kept.keys()].slice(0, -maxKept)) kept.delete(old)
      return tickets
    },
    take: (ticket) => {
      const steps = kept.get(ticket) ?? []
      let bytes = 0
      let count = 0
      while (count < steps.length && (count === 0 || bytes < maxBytes))
        bytes += sizeOf(steps[count++] as FileStep)
      const part = steps.splice(0, count)
      if (steps.length === 0) kept.delete(ticket)
      return part
    },
  }
}

const sizeOf = (step: FileStep): number => {
  switch (step.kind) {
    case 'write':
      return step.before.length + step.after.length
    case 'create':
    case 'trash':
      return step.bytes.length
    case 'move':
      return 0
  }
}

/** All kept steps of a plan, taken from the process that made it. */
export const takenSteps = async (
  plans: { readonly takeSteps: (ticket: Ticket) => Promise<readonly FileStep[]> },
  ticket: Ticket,
): Promise<readonly FileStep[]> => {
  const steps: FileStep[] = []
  for (;;) {
    const part = await plans.takeSteps(ticket)
    if (part.length === 0) return steps
    steps.push(...part)
  }
}
