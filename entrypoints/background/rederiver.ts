import type { Database } from '@/lib/storage/database';
import { advanceRederivation, deleteObsoleteGenerations, planRederivation } from '@/lib/storage/rederive';
import { workbenchProfile } from '@/lib/workbenches/registry';
import type { Broadcaster } from './broadcaster';
import type { LiveState } from './liveState';

export interface Rederiver {
  /**
   * Brings the figures to the rules of the settings: does nothing where they are made by them already, goes on where a
   * stopped worker left off. Calls during a run are one more look at its end.
   */
  check(): void;
}

/** Makes new generations of figures in the background, one conversation at a time, between everything else. */
export function createRederiver({
  database,
  live,
  broadcaster,
}: {
  database: Database;
  live: LiveState;
  broadcaster: Broadcaster;
}): Rederiver {
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await planRederivation(database, await live.settings());
      while (!again) {
        const step = await advanceRederivation({ database, workbenchProfile });
        if (step === 'more') {
          // Readings that wait for the database come first.
          await new Promise((resolve) => setTimeout(resolve, 0));
          continue;
        }
        if (step === 'switched') broadcaster.refresh();
        break;
      }
      // The settings may change while what is old is deleted, too.
      if (!again) await deleteObsoleteGenerations(database);
    } while (again);
  }

  function check(): void {
    again = true;
    if (running) return;
    running = true;
    run()
      .catch((error) =>
        console.error('The figures could not be derived by the new rules; the next try follows:', error),
      )
      .finally(() => {
        running = false;
        if (again) check();
      });
  }

  return { check };
}
