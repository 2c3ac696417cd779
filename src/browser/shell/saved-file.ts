/** Hands a text, or the bytes of a file, to the reader as a file. */
export function saveFile(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some engines read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
