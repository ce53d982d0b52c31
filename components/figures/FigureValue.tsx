/** A value with its digits large and its units small: `14.6` 秒. The text is one string for whoever reads it aloud. */
export function FigureValue({ text }: { text: string }) {
  const parts = text.split(/([\d.%]+)/).filter((part) => part !== '');
  return (
    <span className="mh-value">
      {parts.map((part, index) => (
        // The parts of one text have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={index} className={/^[\d.%–]/.test(part) ? 'mh-value__digits' : 'mh-value__unit'}>
          {part}
        </span>
      ))}
    </span>
  );
}
