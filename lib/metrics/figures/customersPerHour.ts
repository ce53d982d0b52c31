/**
 * Customers per hour (每小时接待): customers received ÷ hours worked. Hours worked are the time on duty, or, where that
 * is not known, the time in which at least one conversation was being received. Null when no time was worked.
 */
export function customersPerHour(customers: number, workedMs: number): number | null {
  return workedMs <= 0 ? null : customers / (workedMs / 3_600_000);
}
