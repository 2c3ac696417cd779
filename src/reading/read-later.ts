/** Set where a program is compiled for content that is read when pages are rendered. */
export const readLaterVariable = 'READ_CONTENT_LATER';

export const isReadLater = (): boolean => process.env[readLaterVariable] === '1';
