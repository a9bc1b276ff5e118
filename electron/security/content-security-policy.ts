/** Policy of the window: scripts, fonts and workers only from the bundle; images also from the site. */
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
 * Policy of the preview frame: no scripts, and no requests except images, styles and fonts of the app and the site;
 * images from other servers only for a site that may load them.
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
