interface Job {
  remainingMs: number;
  startedAt: number;
  timer: ReturnType<typeof setTimeout> | null;
  run: () => void;
}

/** Timers on a scaled clock that can be stopped and continued: at speed 10, 30 s pass in 3. */
export class Scheduler {
  readonly #speed: number;
  readonly #jobs = new Set<Job>();
  #paused = false;

  constructor(speed: number) {
    this.#speed = speed;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Runs once after `ms` of the shop's time; the returned function calls it off. */
  after(ms: number, run: () => void): () => void {
    const job: Job = { remainingMs: Math.max(0, ms / this.#speed), startedAt: 0, timer: null, run };
    this.#jobs.add(job);
    if (!this.#paused) this.#arm(job);
    return () => {
      if (job.timer !== null) clearTimeout(job.timer);
      this.#jobs.delete(job);
    };
  }

  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    for (const job of this.#jobs) {
      if (job.timer !== null) clearTimeout(job.timer);
      job.timer = null;
      job.remainingMs = Math.max(0, job.remainingMs - (performance.now() - job.startedAt));
    }
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    for (const job of this.#jobs) this.#arm(job);
  }

  close(): void {
    this.pause();
    this.#jobs.clear();
  }

  #arm(job: Job): void {
    job.startedAt = performance.now();
    job.timer = setTimeout(() => {
      this.#jobs.delete(job);
      job.run();
    }, job.remainingMs);
  }
}
