import * as z from 'zod/mini';

/** A stored value that could not be used, and was replaced by its default or dropped. */
export interface SettingsProblem {
  /** `overlay.size`, `origins.https://…` */
  path: string;
  /** What is wrong with it, in English, for diagnostics. */
  reason: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the fields of one stored object one by one, so that a bad one costs nothing but itself. */
export class FieldReader {
  private readonly source: Record<string, unknown>;

  constructor(
    source: unknown,
    private readonly problems: SettingsProblem[],
    private readonly path = '',
  ) {
    if (source !== undefined && source !== null && !isRecord(source)) this.report('', 'is not an object');
    this.source = isRecord(source) ? source : {};
  }

  /** The field, or the fallback when it is absent (silently) or unusable (reported). */
  field<T>(key: string, schema: z.ZodMiniType<T>, fallback: T): T {
    const value = this.own(key);
    if (value === undefined) return fallback;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return parsed.data;
    this.report(key, parsed.error.issues[0]?.message ?? 'is not usable');
    return fallback;
  }

  /** Array items that are usable; the others are dropped and reported. The fallback when it is no array at all. */
  items<T>(key: string, schema: z.ZodMiniType<T>, fallback: T[]): T[] {
    const value = this.own(key);
    if (value === undefined) return fallback;
    if (!Array.isArray(value)) {
      this.report(key, 'is not a list');
      return fallback;
    }
    return value.flatMap((item, index) => this.one(`${key}.${index}`, schema, item));
  }

  /** Entries of a record that are usable; the others are dropped and reported. */
  entries<T>(key: string, schema: z.ZodMiniType<T>): Record<string, T> {
    const value = this.own(key);
    if (value === undefined) return {};
    if (!isRecord(value)) {
      this.report(key, 'is not an object');
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) =>
        this.one(`${key}.${name}`, schema, item).map((good): [string, T] => [name, good]),
      ),
    );
  }

  /** A nested object, read by the same rules. */
  section(key: string): FieldReader {
    return new FieldReader(this.own(key), this.problems, this.pathOf(key));
  }

  private own(key: string): unknown {
    return Object.hasOwn(this.source, key) ? this.source[key] : undefined;
  }

  private one<T>(key: string, schema: z.ZodMiniType<T>, value: unknown): T[] {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return [parsed.data];
    this.report(key, parsed.error.issues[0]?.message ?? 'is not usable');
    return [];
  }

  private pathOf(key: string): string {
    return [this.path, key].filter((part) => part !== '').join('.');
  }

  private report(key: string, reason: string): void {
    this.problems.push({ path: this.pathOf(key), reason });
  }
}
