// survey-core on the ladder: what course.py measures of the others.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SECONDS = 5, WALK = 20, CHANGES = 20, PARTS = 10, TENTH = 9;
const [folder, questions] = [process.argv[2], Number(process.argv[3])];
const { Model } = createRequire(folder + "/")("survey-core");
const text = readFileSync(0, "utf8");

const asked = (survey) => survey.currentPage?.questions[0].name;
const over = (seconds) => { const end = performance.now() + seconds * 1000; return () => performance.now() > end; };
const ms = (work) => { const begun = performance.now(); work(); return performance.now() - begun; };
const tell = (found) => process.stdout.write(JSON.stringify(found) + "\n");
const repeated = (times, most, work) => {
  const ended = over(SECONDS);
  while (!ended() && times.length < most) times.push(work());
  return times.length > 1 ? times.slice(1) : times;
};

function load() {
  const survey = new Model(JSON.parse(text));
  if (asked(survey) !== "q0") throw new Error("q0 is not asked first");
  return survey;
}

function answer(survey, value) {
  survey.currentPage.questions[0].value = value;
  if (!survey.isLastPage) survey.nextPage();
  asked(survey);
}

function fill(survey, to) {
  const data = {};
  for (let n = 0; n < to; n++) data["q" + n] = "a";
  survey.data = data;
  survey.currentPage = survey.getPageByName("page-q" + Math.min(to, questions - 1));
}

function steps(survey) {
  const times = [];
  for (let part = 0; part < PARTS; part++) {
    let at = Math.floor(part * questions / PARTS);
    const end = Math.floor((part + 1) * questions / PARTS);
    if (asked(survey) !== "q" + at) fill(survey, at);
    for (const ended = over(WALK / PARTS); at < end && !ended(); at++) {
      times.push(ms(() => answer(survey, "a")));
      const due = "q" + Math.min(at + 1, questions - 1);
      if (asked(survey) !== due) throw new Error(asked(survey) + " is asked where " + due + " is due");
    }
  }
  fill(survey, questions);
  return times;
}

function change(survey) {
  survey.currentPage = survey.getPageByName("page-q" + TENTH);
  return ms(() => answer(survey, "b"));
}

function left(survey) {
  const off = (name) => Number(name.slice(1)) > TENTH;
  const done = survey.state === "completed";
  const asks = done ? 0 : survey.visiblePages.filter((page) => off(page.questions[0].name)).length;
  const finish = done ? 0 : ms(() => survey.doComplete());
  return { asks, exports: Object.keys(survey.data).filter(off).length, finish };
}

tell({ load: repeated([], 6, () => ms(load)) });
if (process.argv.at(-1) === "loads") process.exit();
const survey = load();
tell({ step: steps(survey) });
const first = change(survey);
const found = left(survey);
tell({
  change: repeated([first], CHANGES, () => { const again = load(); fill(again, questions); return change(again); }),
  ...found,
});
