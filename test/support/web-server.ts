import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Runs a server on a free local port while `use` runs. */
export const withServer = async <T>(
  answer: RequestListener,
  use: (address: string) => Promise<T>,
): Promise<T> => {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}
