/** Puts a picture on the clipboard, as PNG: the only kind it takes. False where the page may not write to it. */
export async function copyPicture(picture: Blob, document: Document): Promise<boolean> {
  const clipboard = document.defaultView?.navigator.clipboard;
  if (clipboard === undefined) return false;
  try {
    await clipboard.write([new ClipboardItem({ 'image/png': await asPng(picture, document) })]);
    return true;
  } catch {
    return false;
  }
}

async function asPng(picture: Blob, document: Document): Promise<Blob> {
  if (picture.type === 'image/png') return picture;
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png === null ? reject(new Error('The picture could not be drawn.')) : resolve(png)));
  });
}
