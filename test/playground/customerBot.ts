import { partSeed, pick, seededRandom } from './random';
import { robotAnswers } from './script';
import type { Shop } from './shop';
import { type PlannedStep, planVisit } from './traffic';

const robotAnswerMs = 1_200;
/** Share of questions after which the customer leaves it at the robot's answer. */
const robotSatisfies = 0.3;

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
  #withRobot = false;
  #awayMs = 0;

  constructor(options: { shop: Shop; conversationId: string; customer: number }) {
    this.#shop = options.shop;
    this.#conversationId = options.conversationId;
    this.#customer = options.customer;
  }

  start(): void {
    this.#planVisit(this.#planned().arriveMs);
  }

  /** Called when a person answers in this conversation. */
  answered(): void {
    this.#withRobot = false;
    if (this.#waiting === null) return;
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
      this.#withRobot = robot;
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
    if (this.#withRobot) this.#robot(step);
    else this.#losePatience(step);
  }

  /** The robot answers; most customers then want a person, whom their question still waits for. */
  #robot(step: PlannedStep): void {
    const { seed } = this.#shop.options;
    const random = seededRandom(partSeed(seed, 'robot', this.#customer, this.#visit, this.#steps.length));
    this.#cancel = this.#shop.scheduler.after(robotAnswerMs, () => {
      this.#shop.append(this.#conversationId, 'robot', pick(random, robotAnswers));
      if (random() < robotSatisfies) {
        this.#waiting = null;
        this.#next();
        return;
      }
      this.#cancel = this.#shop.scheduler.after(4_000 + random() * 8_000, () => {
        this.#withRobot = false;
        this.#shop.append(
          this.#conversationId,
          'customer',
          pick(random, ['转人工', '人工客服', '我要找人工', '转人工！']),
        );
        this.#shop.handOver(this.#conversationId);
        this.#losePatience(step);
      });
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
