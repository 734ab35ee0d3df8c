// What the scripts send to the calculator and what they get back.
// Made from calculator/page_api/contract.py by: python -m calculator.publish.page.typescript

/**
 * An interval in JSON; an unbounded end is `null`.
 */
export interface JsonInterval {
  low: number | null;
  high: number | null;
}

/**
 * The form as it stands: fields as typed, an empty one unknown; days as YYYY-MM-DD.
 */
export interface FormRequest {
  standard: string;
  track: string;
  on: string;
  today: string;
  fields: Record<string, string>;
}

/**
 * A saved document, or a link's fragment.
 */
export interface OpenRequest {
  today: string;
  text?: string;
  fragment?: string;
}

/**
 * A golden case's table, and the answers that it does not repeat.
 */
export interface ProveRequest {
  standard: string;
  case: unknown;
  all_no: unknown;
}

/**
 * Nothing but the ask.
 */
export interface AboutRequest {
}

/**
 * By `ask`, what the request holds beside it.
 */
export interface Requests {
  estimate: FormRequest;
  later: FormRequest;
  keep: FormRequest;
  open: OpenRequest;
  prove: ProveRequest;
  about: AboutRequest;
}

/**
 * A question without an answer yet, what its answer tells, and whether few have it.
 */
export interface OpenQuestion {
  field: string;
  label: string;
  gain: string;
  rare: boolean;
}

/**
 * `next`: the question to ask first; `then`: where that is rare, the first that is not.
 */
export interface OpenQuestions {
  next: OpenQuestion | null;
  then: OpenQuestion | null;
}

/**
 * The points of one part of the total.
 */
export interface PartPoints {
  label: string;
  text: string;
}

/**
 * What is said of one person's points and of a family's.
 *
 * `against_cutoffs`: the total, or that before deductions while open ones leave it no lower end;
 * words then say so.
 */
export interface Counted {
  next: OpenQuestion | null;
  then: OpenQuestion | null;
  against_cutoffs: JsonInterval;
  reservations: string[];
  parts: PartPoints[];
}

/**
 * Two parents' points: those that count, and whose they are.
 */
export interface Family {
  next: OpenQuestion | null;
  then: OpenQuestion | null;
  against_cutoffs: JsonInterval;
  reservations: string[];
  parts: PartPoints[];
  whose: string;
}

/**
 * An item's points. `declared`: they were told officially; `members`: rows of a group.
 */
export interface Line {
  item: string;
  part: string;
  label: string;
  points: JsonInterval;
  text: string;
  why: string;
  declared: boolean;
  confidence_words: string;
  clause: string | null;
  members: Line[];
}

/**
 * An item without a public figure, and the field for points officially told.
 */
export interface NotCounted {
  label: string;
  field: string;
}

/**
 * One person's points, line by line.
 */
export interface Estimate {
  next: OpenQuestion | null;
  then: OpenQuestion | null;
  against_cutoffs: JsonInterval;
  reservations: string[];
  parts: PartPoints[];
  lines: Line[];
  not_counted: NotCounted[];
}

/**
 * What is in force for the benefit today instead; `standard` null where none is known.
 */
export interface NewerEdition {
  standard: string | null;
  text: string;
}

/**
 * The chosen edition, and how long it rules the benefit.
 */
export interface Edition {
  id: string;
  title: string;
  text: string;
  newer: NewerEdition | null;
}

/**
 * The points that count, how they stand to the latest lines, which answer may add most.
 */
export interface Verdict {
  points: string;
  before_deductions: boolean;
  against: string;
  open: string;
}

/**
 * A past line, from `at` to `to`.
 */
export interface RangeMark {
  at: number;
  to: number;
  label: string;
  newest: boolean;
}

/**
 * The total as a bar: solid from `zero` to `certain`, hatched on to `open`.
 *
 * Places are percentages of the width.
 */
export interface RangeChart {
  certain: number;
  open: number;
  zero: number;
  open_ended: boolean;
  marks: RangeMark[];
  text: string;
}

/**
 * A condition of the benefit, and how it stands for the person.
 */
export interface Condition {
  state: "met" | "unmet" | "unknown" | "another_route";
  state_words: string;
  label: string;
  text: string;
  clause: string | null;
  confidence_words: string;
}

/**
 * Whether the person may apply, and why.
 */
export interface Conditions {
  verdict: "met" | "unmet" | "unknown" | "another_route";
  text: string;
  rows: Condition[];
}

/**
 * When one may apply: the edition's own time, or its successor's where that is over.
 */
export interface Window {
  label: string;
  text: string;
  words: string;
}

/**
 * A past line, and how the total stands to it.
 */
export interface PastCutoff {
  when: string;
  area: string;
  text: string;
  against: string;
  note: string;
  confidence_words: string;
}

/**
 * The past lines of the benefit.
 */
export interface Past {
  text: string;
  rows: PastCutoff[];
}

/**
 * A paper to bring, and what it is for.
 *
 * `sure`: whatever the open answers are; `who`: whose it is of two parents, where only theirs.
 */
export interface Material {
  for: string;
  label: string;
  sure: boolean;
  who: string;
}

/**
 * Where to apply.
 */
export interface Contact {
  text: string;
  clause: string | null;
}

/**
 * About fields, by name. `errors`: what is wrong, so that the field counts as unknown.
 *
 * `understood`: how an answer was read that is no plain number; `doubts`: a question about one
 * that hardly anybody has, which counts as given.
 */
export interface Messages {
  errors: Record<string, string>;
  understood: Record<string, string>;
  doubts: Record<string, string>;
}

/**
 * Edition, benefit or day are missing or wrong.
 */
export interface NotEstimated {
  errors: Record<string, string>;
  understood: Record<string, string>;
  doubts: Record<string, string>;
  edition: Edition | null;
  estimate: null;
}

/**
 * What depends on the benefit: null without one, or where there is nothing of it.
 */
export interface OfBenefit {
  family: Family | null;
  picture: RangeChart | null;
  verdict: Verdict | null;
  conditions: Conditions | null;
  other_conditions: Conditions | null;
  window: Window | null;
  past: Past | null;
}

/**
 * The result; `other` and `other_conditions` are the second parent's.
 */
export interface Estimated {
  errors: Record<string, string>;
  understood: Record<string, string>;
  doubts: Record<string, string>;
  family: Family | null;
  picture: RangeChart | null;
  verdict: Verdict | null;
  conditions: Conditions | null;
  other_conditions: Conditions | null;
  window: Window | null;
  past: Past | null;
  edition: Edition;
  estimate: Estimate;
  other: Estimate | null;
  papers: Material[];
  contact: Contact | null;
  disclaimer: string;
}

/**
 * The total on a day to come.
 */
export interface ComingDay {
  on: string;
  label: string;
  text: string;
}

/**
 * The coming days; `lines`: when each past line is reached; `text`: what is assumed.
 */
export interface Outlook {
  rows: ComingDay[];
  lines: string[];
  text: string;
}

/**
 * A label along an axis.
 */
export interface Tick {
  at: number;
  text: string;
}

/**
 * A day's total from `low` to `high`, null where it has no upper end.
 */
export interface ChartPoint {
  at: number;
  low: number;
  high: number | null;
  text: string;
}

/**
 * A past line, from `at` to `to`.
 */
export interface ChartLine {
  at: number;
  to: number;
  label: string;
}

/**
 * Days from left to right, points from bottom to top, both in percent.
 */
export interface OutlookChart {
  ticks: Tick[];
  levels: Tick[];
  points: ChartPoint[];
  lines: ChartLine[];
  text: string;
}

/**
 * What gives more points; of two parents `who` takes it, and what the family gains.
 */
export interface NextStep {
  text: string;
  gain_text: string;
  label: string;
  who: string;
  farther: boolean;
  costs: string;
}

/**
 * An item whose points differ between two editions.
 */
export interface ChangedItem {
  label: string;
  was: string;
  now: string;
}

/**
 * A question of the other edition that no answer of this one settles.
 */
export interface AskedAgain {
  label: string;
  text: string;
}

/**
 * One person under another edition; `same`: how many items make no difference.
 */
export interface Compared {
  text: string;
  rows: ChangedItem[];
  same: number;
  ask_again: AskedAgain[];
}

/**
 * Another edition of the benefit; `other`: the second parent under it.
 */
export interface OtherEdition {
  text: string;
  rows: ChangedItem[];
  same: number;
  ask_again: AskedAgain[];
  standard: string;
  title: string;
  other: Compared | null;
}

/**
 * What the page asks for when it is idle; nothing where nothing can be estimated.
 */
export interface Later {
  outlook: Outlook | null;
  chart: OutlookChart | null;
  steps: NextStep[];
  editions: OtherEdition[];
}

/**
 * The answers that fit, as a document and as a fragment; `left_out`: why others do not.
 */
export interface Kept {
  name: string;
  document: string;
  fragment: string;
  left_out: string[];
}

/**
 * The fields of a document, and a note on everything in it that no longer fits.
 *
 * `standard` and `track` are null where it does not say, or says what there is no more.
 */
export interface Opened {
  standard: string | null;
  track: string | null;
  on: string;
  fields: Record<string, string>;
  notes: string[];
}

/**
 * Why nothing can be kept or opened.
 */
export interface Refused {
  error: string;
}

/**
 * Whether a golden case comes out right, and what differs.
 */
export interface Proved {
  ok: boolean;
  text: string;
}

/**
 * An edition that the module brings.
 */
export interface ShippedEdition {
  id: string;
  title: string;
}

/**
 * What runs here; `module`: the archive's fingerprint, null outside the browser.
 */
export interface About {
  python: string;
  module: string | null;
  standards: ShippedEdition[];
}

/**
 * By `ask`, the answer.
 */
export interface Answers {
  estimate: Estimated | NotEstimated;
  later: Later;
  keep: Kept | Refused;
  open: Opened | Refused;
  prove: Proved;
  about: About;
}
