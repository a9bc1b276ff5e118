/** The name of the app, which no language translates. */
export const productName = 'Postwright'
