import type { PlaygroundMessage } from './protocol';
import { partSeed, pick, seededRandom } from './random';
import { robotAnswers } from './script';
import type { Shop } from './shop';
import { type PlannedStep, planVisit } from './traffic';

const robotAnswerMs = 1_200;

/** Plays one customer: arrives, asks, reacts to answers, loses patience, leaves and comes back. */
export class CustomerBot {
  readonly #shop: Shop;
  readonly #conversationId: string;
  readonly #customer: number;
  #visit = 0;
  #steps: PlannedStep[] = [];
  #waiting: PlannedStep | null = null;
  #nudged = 0;
  #cancel: () => void = () => {};
  #robotTurnsLeft = 0;
  #awayMs = 0;

  constructor(options: { shop: Shop; conversationId: string; customer: number }) {
    this.#shop = options.shop;
    this.#conversationId = options.conversationId;
    this.#customer = options.customer;
  }

  start(): void {
    this.#planVisit(this.#planned().arriveMs);
  }

  /** Called with every message that reaches this conversation from the shop's side, a robot's included. */
  answered(message: PlaygroundMessage): void {
    if (this.#waiting === null) return;
    if (message.author === 'robot' ? this.#robotTurnsLeft < 0 : message.author !== 'agent') return;
    if (message.author === 'agent') this.#robotTurnsLeft = -1;
    this.#waiting = null;
    this.#cancel();
    this.#next();
  }

  #planned() {
    return planVisit({ seed: this.#shop.options.seed, customer: this.#customer, visit: this.#visit });
  }

  #planVisit(afterMs: number): void {
    const visit = this.#planned();
    this.#awayMs = visit.awayMs;
    this.#steps = [...visit.steps];
    this.#cancel = this.#shop.scheduler.after(afterMs, () => {
      const robot = this.#shop.options.robot && visit.robotFirst;
      this.#robotTurnsLeft = robot ? 2 : -1;
      this.#shop.beginVisit(this.#conversationId, robot);
      this.#next();
    });
  }

  #next(): void {
    const step = this.#steps.shift();
    if (step === undefined) {
      this.#leave();
      return;
    }
    this.#cancel = this.#shop.scheduler.after(step.thinkMs, () => this.#ask(step, 0));
  }

  #ask(step: PlannedStep, index: number): void {
    const message = step.burst[index];
    if (message === undefined) return;
    // An answer may come between two messages of a burst: the customer finishes the sentence all the same.
    this.#shop.append(this.#conversationId, 'customer', message.text);
    const following = step.burst[index + 1];
    if (following !== undefined) {
      this.#cancel = this.#shop.scheduler.after(following.gapMs, () => this.#ask(step, index + 1));
      return;
    }
    this.#waiting = step;
    this.#nudged = 0;
    if (this.#robotTurnsLeft >= 0) this.#robot();
    else this.#losePatience(step);
  }

  #robot(): void {
    const random = seededRandom(
      partSeed(this.#shop.options.seed, 'robot', this.#customer, this.#visit, this.#robotTurnsLeft),
    );
    this.#cancel = this.#shop.scheduler.after(robotAnswerMs, () => {
      if (this.#robotTurnsLeft > 0) {
        this.#robotTurnsLeft -= 1;
        this.#shop.append(this.#conversationId, 'robot', pick(random, robotAnswers));
        return;
      }
      this.#robotTurnsLeft = -1;
      this.#shop.append(this.#conversationId, 'customer', pick(random, ['转人工', '人工客服', '我要找人工']));
      this.#shop.handOver(this.#conversationId);
      if (this.#waiting !== null) this.#losePatience(this.#waiting);
    });
  }

  #losePatience(step: PlannedStep): void {
    this.#cancel = this.#shop.scheduler.after(step.patienceMs, () => {
      const text = step.nudges[this.#nudged];
      if (text === undefined) {
        this.#waiting = null;
        this.#leave();
        return;
      }
      this.#nudged += 1;
      this.#shop.append(this.#conversationId, 'customer', text);
      this.#losePatience(step);
    });
  }

  #leave(): void {
    const awayMs = this.#awayMs;
    this.#cancel = this.#shop.scheduler.after(30_000, () => {
      this.#shop.endVisit(this.#conversationId);
      this.#visit += 1;
      this.#planVisit(awayMs);
    });
  }
}
