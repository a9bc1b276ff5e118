/** An address in hexo-renderer-marked: lower-case host, `/` after a bare host, the rest as it is. */
export const hexoAddress = (address: string): string => {
  if (!/^[a-z][a-z\d+.-]*:/i.test(address)) return address
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address
  const { origin } = new URL(address)
  const rest = address.replace(/^https?:\/*[^/?#]*/i, '')
  const host = /^https?:\/*([^/?#]*)/i.exec(address)?.[1] ?? ''
  return `${origin.replace(/:.*/, '')}://${host.toLowerCase()}${rest.startsWith('/') ? '' : '/'}${rest}`
}
