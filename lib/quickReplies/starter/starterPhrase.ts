/** One phrase of the starter library, as it is written down: its code, its title, its text. */
export type StarterPhrase = readonly [code: string, title: string, text: string];
