import type { ElectronApplication } from '@playwright/test'

/** A public address; the app refuses those of this computer and network. */
const somewhere = '93.184.215.14'

/**
 * Makes names of hosts lead to servers of the test, by their ports. The main process looks them up as public addresses,
 * so that all its checks stay in force, and only the connection itself goes to the test.
 */
export const serveAs = (app: ElectronApplication, ports: Readonly<Record<string, number>>): Promise<void> =>
  app.evaluate(
    (_, { known, address }) => {
      type Answer = (error: Error | null, ...found: unknown[]) => void
      type Lookup = (name: string, how: { readonly all?: boolean }, answer: Answer) => void
      interface Options {
        host?: string
        port?: number
        lookup?: Lookup
      }
      const builtin = (name: string) => process.getBuiltinModule(name) as unknown as Record<string, unknown>
      const dns = builtin('node:dns') as { lookup: Lookup }
      const lookup = dns.lookup
      dns.lookup = (name, how, answer) =>
        Object.hasOwn(known, name) ? answer(null, [{ address, family: 4 }]) : lookup(name, how, answer)
      const { syncBuiltinESMExports } = builtin('node:module') as { syncBuiltinESMExports: () => void }
      syncBuiltinESMExports()
      const { prototype } = builtin('node:net').Socket as {
        prototype: { connect: (this: unknown, ...all: unknown[]) => unknown }
      }
      const connect = prototype.connect
      prototype.connect = function (...all) {
        const [first] = all
        const options = (Array.isArray(first) ? first[0] : first) as Options
        const port = known[options.host ?? '']
        const checked = options.lookup
        if (port !== undefined && checked) {
          options.port = port
          options.lookup = (name, how, answer) =>
            checked(name, how, (error, ...found) => {
              if (error) answer(error, ...found)
              else if (how.all) answer(null, [{ address: '127.0.0.1', family: 4 }])
              else answer(null, '127.0.0.1', 4)
            })
        }
        return connect.apply(this, all)
      }
    },
    { known: ports, address: somewhere },
  )
