/** Long work on the server: begun, followed, ended. It goes on while another view is looked at, and over a reload. */
import { ask, look, remove, type JobState, type Planned, type Tried } from "./api";
import { keep, kept } from "./tab";
import { inForm } from "./words";

const EVERY = 400;

/** A job, and what was asked of it. */
interface Begun { job: string; asked: string }
/** What this tab began last, and last had an answer from: the first may have been canceled. */
interface Known { begun: Begun; answered?: Begun }

export class Job<Answer> {
  state = $state.raw<JobState>();
  answer = $state.raw<Answer>();
  /** What the answer is an answer to, in the words of whoever began. */
  asked = $state("");
  trouble = $state("");
  private known: Known = { begun: { job: "", asked: "" } };

  constructor(private readonly path: string) {
    const known = kept<Known>(this.name);
    if (known) void this.resume(known);
  }

  private get name(): string {
    return `job ${this.path}`;
  }

  get open(): boolean {
    return this.state?.phase === "waiting" || this.state?.phase === "running";
  }

  /** Begin anew, with any words for what is asked: they tell later whether the answer is still one to it. */
  async begin(question: unknown, asked: string): Promise<void> {
    this.trouble = "";
    try {
      this.state = await ask<JobState>(this.path, question);
      this.know({ ...this.known, begun: { job: this.state.job, asked } });
      await this.follow();
    } catch (fault) {
      this.state = undefined;
      this.trouble = inForm((fault as Error).message);
    }
  }

  async cancel(): Promise<void> {
    if (!this.state || !this.open) return;
    try {
      this.state = await remove<JobState>(`jobs/${this.state.job}`);
    } catch (fault) {
      this.trouble = (fault as Error).message;
    }
  }

  /** Take up what this tab began before it was loaded anew; a server that no longer knows of it has nothing to tell. */
  private async resume(known: Known): Promise<void> {
    this.known = known;
    if (known.answered && known.answered.job !== known.begun.job) await this.read(known.answered).catch(() => undefined);
    try {
      const now = await look<JobState>(`jobs/${known.begun.job}`);
      if (this.state) return;
      this.state = now;
      await this.hear(now);
      await this.follow();
    } catch {
      this.state = undefined;
    }
  }

  private async follow(): Promise<void> {
    while (this.open) {
      await new Promise((resolve) => setTimeout(resolve, EVERY));
      if (this.open) await this.hear(await look<JobState>(`jobs/${this.state!.job}`));
    }
  }

  private async hear(now: JobState): Promise<void> {
    if (now.phase === "failed") this.trouble = now.detail ?? "The work failed.";
    if (now.phase === "done") {
      await this.read(this.known.begun);
      this.know({ ...this.known, answered: this.known.begun });
    }
    if (this.open) this.state = now;
  }

  private async read(begun: Begun): Promise<void> {
    [this.answer, this.asked] = [await look<Answer>(`${this.path}/${begun.job}`), begun.asked];
  }

  private know(known: Known): void {
    this.known = known;
    keep(this.name, known);
  }
}

export const planning = new Job<Planned>("plan");
export const trying = new Job<Tried>("trial");
