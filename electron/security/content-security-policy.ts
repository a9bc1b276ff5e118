/** Policy of the window: scripts, fonts and workers of the bundle only; images of the site besides. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' asset: data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Policy of the preview frame: no script whatever, no request but images, styles, and fonts of the app and the site;
 * images of other servers only in the page for a site that may load them.
 */
export const previewContentSecurityPolicy = (remoteImages: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' asset: data:${remoteImages ? ' https:' : ''}`,
    "font-src 'self' asset:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
