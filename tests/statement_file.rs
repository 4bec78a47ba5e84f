//! The file of a statement checks its own figures: run in node, it agrees with what the reckoning
//! pays, for the examples of the documentation and for random plans, and finds every figure that was
//! altered, also where the line, what is shown and the sum were altered together.

use std::process::Command;

use huddle::domain::commission::format;
use huddle::domain::commission::gather::Gathered;
use huddle::domain::commission::kept::KeptLine;
use huddle::domain::commission::{Facts, Kind, Plan, pay};
use huddle::domain::id::{LeadId, PersonId};
use huddle::domain::money::Money;
use huddle::i18n::Lang;
use huddle::present::format as written;
use huddle::present::pay::file::{Told, file};
use huddle::present::pay::statement::{LineProof, StatementView, line};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use crate::commission::documented;
use crate::commission_properties::{any_deals, any_plan, facts};

/// A statement with all that its file is made of.
#[derive(Clone, Debug)]
struct Statement {
    of: String,
    plan: Plan,
    view: StatementView,
    proof: Option<LineProof>,
}

impl Statement {
    fn file(&self) -> String {
        let Statement { plan, view, proof, .. } = self;
        file(Lang::En, Told { view, plan, proof: proof.as_ref() })
    }

    /// The same with a line altered, in what is kept and what is shown, and with the sum that follows.
    fn altered(&self, place: usize, alter: impl Fn(&mut KeptLine)) -> Statement {
        let mut other = self.clone();
        alter(&mut other.view.kept[place]);
        other.view.lines[place] = line(Lang::En, &self.plan, &other.view.kept[place]);
        other.view.payout = total(&self.plan, &other.view.kept);
        other
    }
}

fn total(plan: &Plan, kept: &[KeptLine]) -> String {
    let sum = kept.iter().map(|it| it.amount).sum();
    written::money(Lang::En, Money::new(sum, plan.currency))
}

/// The statements of everybody for all periods.
fn statements(of: &str, plan: &Plan, facts: &Facts) -> Vec<Statement> {
    let paid = pay(plan, facts).unwrap_or_else(|it| panic!("{of}: {it:?}"));
    let leads = (1..).map(LeadId::drawn).take(facts.deals.len()).collect();
    let people = (1..).map(PersonId::drawn).take(facts.members.len()).collect();
    let gathered = Gathered { facts: facts.clone(), people, leads };
    let statement = |slip: &huddle::domain::commission::Slip| {
        let kept: Vec<KeptLine> = slip
            .lines
            .iter()
            .map(|it| gathered.kept(plan, it))
            .filter(|it| it.amount != 0 || it.kind != Kind::Commission)
            .collect();
        let proof = LineProof::of(plan, &gathered, slip, &kept);
        assert!(proof.is_some(), "{of}");
        let lines = kept.iter().map(|it| line(Lang::En, plan, it)).collect();
        let payout = total(plan, &kept);
        let view = StatementView { lines, kept, payout, ..StatementView::default() };
        Statement { of: of.to_owned(), plan: plan.clone(), view, proof }
    };
    paid.slips.iter().filter(|it| !it.lines.is_empty()).map(statement).collect()
}

/// A page that has nothing but what the script looks for.
const PAGES: &str = r#"
const text = it => it.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
const cells = row => row.split("<td").slice(1).map(it => ({ textContent: text("<td" + it.split("</td>")[0]) }));
const rows = part => part.split("<tr>").slice(1).map(it => ({ cells: cells(it) }));
console.log(JSON.stringify(require(process.argv[1]).map(file => {
  const between = (from, to) => file.split(from)[1].split(to)[0];
  const body = rows(between("<tbody>", "</tbody>")), foot = rows(between("<tfoot>", "</tfoot>"))[0];
  const facts = file.split("<dd>").slice(1).map(it => ({ textContent: text(it.split("</dd>")[0]) }));
  const verdict = {}, data = { textContent: between('id="data">', "</script>") };
  const document = { getElementById: id => id === "data" ? data : verdict,
    querySelectorAll: what => what === "dd" ? facts : body, querySelector: () => foot };
  new Function("document", between("<script>", "</script>"))(document);
  const wrong = body.map((it, at) => it.className === "wrong" ? at : -1).filter(it => 0 <= it);
  return [verdict.className, wrong, foot.className === "wrong"];
})));
"#;

/// Whether a file agrees with itself, and the lines that it marks.
type Verdict = (bool, Vec<usize>);

/// What is said where there is no node: a file that nobody could check has not passed.
const NO_NODE: &str = "node is not there, so no file of a statement could check itself: install the \
    Debian package nodejs (apt-get install nodejs), or run `cargo xtask test`, which installs it";

/// What the scripts of files say in node.
fn verdicts(name: &str, files: &[String]) -> Vec<Verdict> {
    let path = std::env::temp_dir().join(format!("huddle-{name}-{}.json", std::process::id()));
    std::fs::write(&path, serde_json::to_string(files).expect("JSON")).expect("a file");
    let output = Command::new("node").args(["-e", PAGES]).arg(&path).output();
    std::fs::remove_file(&path).expect("a file");
    let output = output.expect(NO_NODE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: Vec<(String, Vec<usize>, bool)> =
        serde_json::from_slice(&output.stdout).expect("verdicts");
    assert_eq!(all.len(), files.len());
    all.into_iter().map(|(said, wrong, _)| (said == "good", wrong)).collect()
}

#[track_caller]
fn check_agree(name: &str, all: &[Statement]) {
    let files: Vec<String> = all.iter().map(Statement::file).collect();
    for (it, (agrees, wrong)) in all.iter().zip(verdicts(name, &files)) {
        let lines: Vec<&KeptLine> = wrong.iter().map(|at| &it.view.kept[*at]).collect();
        assert!(
            agrees,
            "{}\n{}\nmarked: {lines:#?}\nall: {:#?}\n{:#?}",
            it.of,
            format::print(&it.plan),
            it.view.kept,
            it.proof.as_ref().map(|it| &it.proof)
        );
    }
}

/// The examples of the documentation.
fn examples() -> Vec<Statement> {
    let mut all = Vec::new();
    for case in documented().into_iter().step_by(2) {
        let plan = format::plan(&case["plan"]).expect("a plan");
        let read = format::facts(&case["facts"], &plan).expect("facts");
        all.extend(statements(&case.to_string(), &plan, &read.facts));
    }
    all
}

#[test]
fn the_file_agrees_with_every_example_of_the_documentation() {
    let all = examples();
    assert!(60 <= all.len(), "{}", all.len());
    check_agree("examples", &all);
}

/// Random plans and deals, always the same: the seed is this.
const SEED: [u8; 32] = *b"statements check their own files";

#[test]
fn the_file_agrees_with_what_random_plans_pay() {
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let mut all = Vec::new();
    for at in 0..40 {
        let mut draw = |it: proptest::strategy::BoxedStrategy<_>| {
            it.new_tree(&mut runner).expect("a plan").current()
        };
        let (plan, deals) = draw((any_plan(), any_deals()).boxed());
        all.extend(statements(&format!("random {at}"), &plan, &facts(deals)));
    }
    check_agree("random", &all);
}

/// Something that was written, as much again.
fn doubled(text: &str) -> String {
    let (mark, number) = match text.strip_prefix("× ") {
        Some(number) => ("× ", number),
        None => ("", text),
    };
    let (upper, lower) = number.split_once('/').unwrap_or((number, ""));
    let (whole, part) = upper.split_once('.').unwrap_or((upper, ""));
    let digits: i128 = format!("{whole}{part}").parse().expect("digits");
    let sign = if digits < 0 { "-" } else { "" };
    let figures = format!("{:0>width$}", (digits * 2).unsigned_abs(), width = part.len() + 1);
    let (whole, part) = figures.split_at(figures.len() - part.len());
    let apart = if part.is_empty() { "" } else { "." };
    let under = if lower.is_empty() { String::new() } else { format!("/{lower}") };
    format!("{mark}{sign}{whole}{apart}{part}{under}")
}

type Alter = fn(&mut KeptLine);

/// What can be altered of a line, and how.
fn alterations(line: &KeptLine) -> Vec<(&'static str, Alter)> {
    let mut all: Vec<(&'static str, Alter)> = vec![("amount", |it| it.amount += 300)];
    let by_deal = matches!(line.kind, Kind::Commission | Kind::Override);
    let is_back = line.kind == Kind::Clawback;
    if line.base.bytes().any(|it| (b'1'..=b'9').contains(&it)) && line.kind != Kind::Converted {
        all.push(("base", |it| it.base = doubled(&it.base)));
        if (by_deal || is_back) && !line.rate.is_empty() {
            // Base × rate agrees, and so does the sum: only tiers and shares tell, and what a deal that
            // is taken back had earned.
            all.push(("base and amount", |it| {
                (it.base, it.amount) = (doubled(&it.base), it.amount * 2);
            }));
        }
    }
    if by_deal && !line.rate.is_empty() {
        all.push(("rate", |it| it.rate = doubled(&it.rate)));
        all.push(("rate and amount", |it| {
            (it.rate, it.amount) = (doubled(&it.rate), it.amount * 2);
        }));
    }
    all
}

#[test]
fn every_altered_figure_is_found_and_its_line_marked() {
    let (mut forged, mut told) = (Vec::new(), Vec::new());
    for statement in examples() {
        for (place, line) in statement.view.kept.iter().enumerate() {
            for (what, alter) in alterations(line) {
                forged.push(statement.altered(place, alter).file());
                told.push((what, place, line.clone(), statement.of.clone()));
            }
        }
    }
    let said = verdicts("forged", &forged);
    let missed: Vec<String> = told
        .iter()
        .zip(said)
        .filter(|((_, place, ..), (agrees, wrong))| *agrees || !wrong.contains(place))
        .map(|((what, _, line, of), (_, wrong))| format!("{what} of {line:?}: {wrong:?}\n{of}"))
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_is_shown_alone_and_the_figures_of_the_plan_cannot_be_altered_either() {
    let case = r#"{"plan":{"currency":"USD","period":"month","holdback":{"share":"20%","release_after_days":60},"components":[{"rate":"8%","cap":5000,"tiers":{"by":"attainment","steps":[{"from":"100%","times":1.5}]}}]},"facts":{"quota":40000,"people":{"ann":{},"bo":{}},"deals":[{"id":"a","date":"2026-01-20","amount":90000,"credits":[{"person":"ann","share":"60%"},{"person":"bo","share":"40%"}]}]}}"#;
    let case: Value = serde_json::from_str(case).expect("JSON");
    let plan = format::plan(&case["plan"]).expect("a plan");
    let facts = format::facts(&case["facts"], &plan).expect("facts").facts;
    let statement = statements("ann", &plan, &facts).remove(0);
    let file = statement.file();
    // Ann's 60 % are 54,000: 40,000 at 8 % and 14,000 at 12 % are 4,880, below the cap, less a fifth.
    let alter = |from: &str, to: &str| {
        assert!(file.contains(from), "{from} in {file}");
        file.replace(from, to)
    };
    let forged = [
        alter("<td class=\"n\">$3,200</td>", "<td class=\"n\">$3,300</td>"),
        alter("<td class=\"n\">40,000</td>", "<td class=\"n\">41,000</td>"),
        alter("<td class=\"n\">12%</td>", "<td class=\"n\">13%</td>"),
        alter("\"unit\":\"4000000\"", "\"unit\":\"3000000\""),
        alter("\"ends\":\"5400000\"", "\"ends\":\"6400000\""),
        alter("\"times\":\"1.5\"", "\"times\":\"2\""),
        alter("\"share\":\"0.6\"", "\"share\":\"0.5\""),
        alter("\"whole\":\"9000000\"", "\"whole\":\"9900000\""),
        alter("\"holdback\":\"0.2\"", "\"holdback\":\"0.1\""),
        alter("</tr></tfoot>", "</tr></tfoot>").replacen("$3,904", "$3,905", 1),
    ];
    assert!(verdicts("whole", std::slice::from_ref(&file))[0].0);
    for (place, (agrees, _)) in verdicts("shown", &forged).into_iter().enumerate() {
        assert!(!agrees, "{place}");
    }
}

#[test]
fn a_statement_that_was_closed_before_records_changed_checks_what_its_lines_carry() {
    let mut all: Vec<Statement> = examples();
    all.iter_mut().for_each(|it| it.proof = None);
    check_agree("closed", &all);
}

/// A quota of 25,000 a quarter; sold were 30,000, 25,000 and 50,000.
fn by_the_year(over: &str) -> Vec<Statement> {
    let text = format!(
        r#"{{"plan":{{"currency":"USD","period":"quarter","components":[
        {{"rate":"10%","tiers":{{"by":"attainment","steps":[{{"from":1,"times":1.5}}]}}}},
        {{"kind":"bonus","name":"year","measure":{{"by":"attainment","over":"{over}"}},"levels":[{{"from":"50%","amount":1000}},{{"from":"100%","amount":3000}}]}}]}},
        "facts":{{"quota":25000,"deals":[{{"id":"a","date":"2026-02-01","amount":30000}},{{"id":"b","date":"2026-05-01","amount":25000}},{{"id":"c","date":"2026-08-01","amount":50000}}]}}}}"#
    );
    let case: Value = serde_json::from_str(&text).expect("JSON");
    let plan = format::plan(&case["plan"]).expect("a plan");
    let facts = format::facts(&case["facts"], &plan).expect("facts").facts;
    statements(over, &plan, &facts)
}

// By hand, of the third quarter: 50,000 of 25,000 are 200 %, so that 25,000 pay 10 % and 25,000 pay 15 %.
// In the year 105,000 of 100,000 are 105 %: 3,000, of which the second quarter has paid 1,000 at 55 %.
#[test]
fn the_file_shows_what_the_steps_go_by() {
    let all = by_the_year("year");
    check_agree("year", &all);
    let file = all[2].file();
    let rows: Vec<&str> = file.split("<dt>").skip(1).collect();
    let told = rows.iter().filter_map(|it| it.split("</dd>").next()?.split_once("</dt><dd>"));
    let expect = [
        ("Quota", "$25,000"),
        ("Measured in this period", "$50,000"),
        ("Attainment", "200%"),
        ("Step 1", "below 100%: 10%"),
        ("Step 2", "from 100%: 15% (reached)"),
        ("Quota of the year", "$100,000"),
        ("Measured in Q1 2026", "$30,000"),
        ("Measured in Q2 2026", "$25,000"),
        ("Measured in Q3 2026", "$50,000"),
        ("Measured in the year until now", "$105,000"),
        ("Attainment", "105%"),
        ("Level 1", "from 50%: $1,000"),
        ("Level 2", "from 100%: $3,000 (reached)"),
        ("Paid of it before, in the year", "$1,000"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expect);
    assert!(file.contains("<h3>Part 2 of the plan: year</h3>"), "{file}");
}

// To date: 30,000 of 25,000 are 120 % at once, 55,000 of 50,000 and 105,000 of 75,000 pay nothing more.
#[test]
fn a_bonus_of_the_year_is_found_out_where_a_figure_of_it_was_altered() {
    let bonus = |it: &Statement| {
        let own = it.view.kept.iter().filter(|it| it.kind == Kind::Bonus);
        own.map(|it| it.amount).collect::<Vec<_>>()
    };
    let to_date = by_the_year("year_to_date");
    assert_eq!(to_date.iter().map(bonus).collect::<Vec<_>>(), [vec![300_000], vec![], vec![]]);
    check_agree("to-date", &to_date);
    let all = by_the_year("year");
    assert_eq!(all.iter().map(bonus).collect::<Vec<_>>(), [vec![], vec![100_000], vec![200_000]]);
    let third = &all[2];
    let file = third.file();
    let place = third.view.kept.iter().position(|it| it.kind == Kind::Bonus).expect("a bonus");
    let alter = |from: &str, to: &str| {
        assert!(file.contains(from), "{from} in {file}");
        file.replace(from, to)
    };
    let mut without = third.clone();
    without.view.kept.remove(place);
    without.view.lines.remove(place);
    without.view.payout = total(&without.plan, &without.view.kept);
    without.proof.iter_mut().for_each(|it| _ = it.told.remove(place));
    // Paid by the quarter's own attainment rather than by the year's.
    let more = third.altered(place, |it| it.amount = 300_000);
    let forged = [
        more.file(),
        without.file(),
        alter("\"sold\":\"2500000\"", "\"sold\":\"2600000\""),
        alter("\"paid\":\"100000\"", "\"paid\":\"0\""),
        alter("\"paid_before\":\"0\"", "\"paid_before\":\"100000\""),
        alter("\"unit\":\"10000000\"", "\"unit\":\"9000000\""),
        alter("\"from\":\"1\",\"pays\":\"300000\"", "\"from\":\"1\",\"pays\":\"400000\""),
        alter("<dd>$100,000</dd>", "<dd>$90,000</dd>"),
        alter("<dd>$30,000</dd>", "<dd>$31,000</dd>"),
        alter("<dd>105%</dd>", "<dd>115%</dd>"),
        alter("<dd>200%</dd>", "<dd>190%</dd>"),
        alter("<dd>from 50%: $1,000</dd>", "<dd>from 50%: $1,000 (reached)</dd>"),
        alter("<dd>from 100%: 15% (reached)</dd>", "<dd>from 100%: 15%</dd>"),
        alter("<dd>below 100%: 10%</dd>", "<dd>below 100%: 12%</dd>"),
    ];
    let said = verdicts("forged-year", &forged);
    for (at, (agrees, wrong)) in said.into_iter().enumerate() {
        assert!(!agrees, "{at}");
        assert!(at != 0 || wrong == [place], "{wrong:?}");
    }
}
