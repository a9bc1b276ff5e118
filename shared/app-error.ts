/** The kinds of errors. Code decides by the kind; the message is for the user. */
export type AppErrorKind =
  | 'untrusted-sender'
  | 'bad-arguments'
  | 'outside-folder'
  | 'no-folder'
  | 'not-found'
  | 'not-a-folder'
  | 'not-a-file'
  | 'no-permission'
  | 'read-only'
  | 'disk-full'
  | 'too-large'
  | 'not-text'
  | 'already-exists'
  | 'bad-name'
  | 'busy'
  | 'cancelled'
  | 'failed'

/** An error whose message can be shown as it is: what happened, where, and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly kind: AppErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A result sent over IPC: a value, or an error with its kind (Electron would keep only the message). */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: AppErrorKind; readonly message: string }

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Makes the compiler check that a switch is complete. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
