/** The server that a generator has for writing: how it is started, and where it then answers. */
export interface DevelopmentServer {
  readonly port: number
  /** The command that starts it. */
  readonly start: string
  /** The same with drafts and posts of the future, where it leaves them out otherwise. */
  readonly drafts?: string
  /** It serves the site at the top, whatever base path the configuration has. */
  readonly atTop?: boolean
}
