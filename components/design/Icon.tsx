/** Outlines on a 16 × 16 grid, 1.5 px strokes in the text's colour. */
const paths = {
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6l8-4.8z',
  fold: 'M3.5 8h9',
  chevronDown: 'M4 6.2 8 10l4-3.8',
  chevronRight: 'M6.2 4 10 8l-3.8 4',
  settings:
    'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM8 1.8l.6 1.7 1.5.6 1.6-.8 1 1-.8 1.6.6 1.5 1.7.6v1.4l-1.7.6-.6 1.5.8 1.6-1 1-1.6-.8-1.5.6-.6 1.7H7.3l-.6-1.7-1.5-.6-1.6.8-1-1 .8-1.6-.6-1.5-1.7-.6V8l1.7-.6.6-1.5-.8-1.6 1-1 1.6.8 1.5-.6.6-1.7z',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.8 13.2h10.4',
  /** A door to go out by, and to come in by. */
  offDuty: 'M9.5 3H3.5v10h6M7 8h6.5M11 5.2 13.8 8 11 10.8',
  onDuty: 'M6.5 3h6v10h-6M2.5 8H9M6.2 5.2 9 8l-2.8 2.8',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.2 8.4 6.6 11.8 12.8 4.6',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5 2.8 6.5l3 3',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4l3.1 3.1',
  plus: 'M8 3v10M3 8h10',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9',
  up: 'M8 13V3.5M4 7.2 8 3.2l4 4',
  down: 'M8 3v9.5M4 8.8l4 4 4-4',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  starFull: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  image: 'M2.5 3.5h11v9h-11zM2.5 11l3.2-3.2 2.6 2.6 1.7-1.7 3.5 3.5M10.6 6.2h.01',
  link: 'M6.8 9.2a2.6 2.6 0 0 1 0-3.7l2-2a2.6 2.6 0 0 1 3.7 3.7l-1.2 1.2M9.2 6.8a2.6 2.6 0 0 1 0 3.7l-2 2a2.6 2.6 0 0 1-3.7-3.7l1.2-1.2',
  upload: 'M8 10.5V3M4.8 6 8 2.8 11.2 6M2.8 13.2h10.4',
  edit: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7z',
} as const;

/** Every icon there is. */
export type IconName = keyof typeof paths;

/** A picture beside or instead of words; what it means is said by the control that holds it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="mh-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={name === 'play' || name === 'starFull' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
