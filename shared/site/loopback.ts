/** Whether a host, as the URL parser writes it, is this computer. Browsers never look these names up. */
export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)

const webPorts: Readonly<Record<string, string>> = {
  'http:': '80',
  'ws:': '80',
  'https:': '443',
  'wss:': '443',
}

/** The port of an address, by default that of its scheme; empty if that has none. */
export const portOf = ({ port, protocol }: { readonly port: string; readonly protocol: string }): string =>
  port === '' ? (webPorts[protocol] ?? '') : port

/**
 * The origin of a server on this computer, from user input: `http://localhost:1313/`, `127.0.0.1:4000` or
 * `1313`. Null for anything else: other hosts, other schemes, names with a password.
 */
export const loopbackOrigin = (written: string): string | null => {
  const text = written.trim()
  const whole = /^\d{1,5}$/.test(text)
    ? `http://localhost:${text}`
    : /^[a-z]+:\/\//i.test(text)
      ? text
      : `http://${text}`
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  const isPlain = url.username === '' && url.password === '' && /^https?:$/.test(url.protocol)
  return isPlain && isLoopbackHost(url.hostname) ? url.origin : null
}
