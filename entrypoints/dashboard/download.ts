/** Puts a file into the download folder. */
export function download({ name, type, text }: { name: string; type: string; text: BlobPart }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over once the click's task is done; much later is safe even for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
