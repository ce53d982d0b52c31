import type { Figures } from '@/lib/domain/figures';
import type { ComparedFigure } from '@/lib/domain/platformReport';

/** Our value of a compared figure; null when it is not known. `customers` = receptions of the same turns. */
export function ourFigure(
  figure: ComparedFigure,
  { figures, customers }: { figures: Figures; customers: number },
): number | null {
  switch (figure) {
    case 'within30':
      return figures.within[30]?.rate ?? null;
    case 'within180':
      return figures.within[180]?.rate ?? null;
    case 'customers':
      return customers;
    default:
      return figures[figure];
  }
}
