import type { z } from 'zod'

/** One call of the renderer to main: what it takes, checked at run time, and what it answers. */
export interface CallSpec<A extends z.ZodType = z.ZodType, R = unknown> {
  readonly args: A
  readonly result: Returns<R>
}

/** One event of main to the renderer. Main is trusted, so its payload has a type and no check. */
export interface EventSpec<P = unknown> {
  readonly payload: Returns<P>
}

/** Carries a type and nothing else. */
export type Returns<R> = { readonly type?: R }

export const returns = <R>(): Returns<R> => ({})
export const call = <A extends z.ZodType, R>(args: A, result: Returns<R>): CallSpec<A, R> => ({
  args,
  result,
})
export const event = <P>(): EventSpec<P> => ({ payload: returns<P>() })

export type ArgsOf<S> =
  S extends CallSpec<infer A, unknown> ? (z.infer<A> extends unknown[] ? z.infer<A> : never) : never
/** The same before they are checked, as the renderer gives them. */
export type SentArgsOf<S> =
  S extends CallSpec<infer A, unknown> ? (z.input<A> extends unknown[] ? z.input<A> : never) : never
export type ResultOf<S> = S extends CallSpec<z.ZodType, infer R> ? R : never
export type PayloadOf<S> = S extends EventSpec<infer P> ? P : never
