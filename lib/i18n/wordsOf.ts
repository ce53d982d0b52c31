/** One language's words: a string for every key, and `_one` beside each `_other` where the language has a singular. */
export type WordsOf<Source> = { [Key in keyof Source]: Source[Key] extends string ? string : WordsOf<Source[Key]> } & {
  [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
