/** Keys that set the address of a page, which a copy must not share. */
export const addressKeys: ReadonlySet<string> = new Set([
  ...['url', 'permalink', 'slug', 'id', 'path', 'aliases', 'alias'],
  ...['redirect_from', 'redirectfrom', 'redirect_to', 'save_as'],
  ...['guid', 'uuid', 'canonical', 'canonicalurl', 'canonical_url', 'translationkey'],
])
