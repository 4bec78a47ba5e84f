//! What a plan makes people do, in words and as a curve.

use super::whom::whom;
use crate::domain::calendar::{Day, Period};
use crate::domain::commission::Plan;
use crate::domain::commission::check::{Curve, Finding, Kind, Point, Usual, Weight, check};
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::plan::Whose;
use crate::domain::commission::unquoted::unquoted;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::read;

/// A plan's curves with what should be looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveView {
    /// A curve for each kind of deals that has something to look at, the first whatever it has.
    pub kinds: Vec<KindView>,
    /// What should be looked at, in order.
    pub findings: Vec<FindingView>,
    /// For whom the curves are drawn, and what was not tried.
    pub usual: String,
}

/// The curve of one kind of deals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KindView {
    /// Of which deals.
    pub name: String,
    /// What is sold and what is paid, in major units, in order.
    pub points: Vec<(f64, f64)>,
    /// Those of them that are enough for a table: some, and all where something should be looked at.
    pub rows: Vec<(f64, f64)>,
    /// Where something should be looked at, from 0 at the left to 1 at the right, with its number.
    pub marks: Vec<(f64, usize)>,
}

/// Something that should be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingView {
    /// What it is, and of which deals where there are several kinds.
    pub words: String,
    /// How much it matters.
    pub weight: Weight,
    /// In which curve it is seen: its place.
    pub kind: usize,
}

/// People of a plan without the quota that it goes by.
#[derive(Clone, Debug, PartialEq)]
pub struct NoQuotaView {
    /// Who, and what comes of it.
    pub words: String,
    /// The fiscal year in which the quotas are set.
    pub year: Option<i32>,
}

/// How many points of a curve stand for one row of its table.
const EACH: usize = 6;

/// What is usual for the team: the middle of its quotas and of its won deals.
pub fn usual(workspace: &Workspace, plan: &Plan) -> Usual {
    let own = |it: Option<Money>| it.filter(|it| it.currency == plan.currency).map(|it| it.minor);
    let quotas = workspace.goals.values().filter(|it| {
        let of_cycle =
            |period| plan.cycle.has(crate::domain::commission::cycle::Turn(Some(period)));
        matches!(it.bearer, Some(crate::domain::goal::Bearer::Person(_)))
            && it.period.is_some_and(of_cycle)
    });
    let quota = middle(quotas.filter_map(|it| own(it.quota)).collect());
    let won = workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Won);
    let deal = middle(won.filter_map(|it| own(it.amount)).collect());
    let scale = plan.currency.scale();
    let deal = deal.unwrap_or(10_000 * scale);
    Usual { quota: quota.unwrap_or(deal.saturating_mul(10)), deal }
}

fn middle(mut all: Vec<i64>) -> Option<i64> {
    all.retain(|it| 0 < *it);
    all.sort_unstable();
    all.get(all.len() / 2).copied()
}

impl CurveView {
    /// The curves of a plan; none where it cannot be reckoned.
    pub fn new(lang: Lang, plan: &Plan, usual: Usual) -> Option<CurveView> {
        let checked = check(plan, usual)?;
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let has_several = 1 < checked.curves.len();
        let (mut kinds, mut findings) = (Vec::new(), Vec::new());
        for (place, curve) in checked.curves.iter().enumerate() {
            let name = kind_name(lang, &curve.kind);
            kinds.push(kind_view(name.clone(), curve, plan.currency.scale(), findings.len()));
            findings.extend(curve.findings.iter().map(|it| {
                let words = words(lang, it, &money);
                let words = if has_several { lang.find_of_kind(&name, &words) } else { words };
                FindingView { words, weight: it.weight(), kind: place }
            }));
        }
        let mut told = lang.curve_usual(&money(usual.quota), &money(usual.deal));
        if checked.untried != 0 {
            told.push_str(&lang.curve_untried(&format::count(lang, checked.untried as u64)));
        }
        Some(CurveView { kinds, findings, usual: told })
    }
}

/// A curve with its marks, which are numbered after those `before` it.
fn kind_view(name: String, curve: &Curve, scale: i64, before: usize) -> KindView {
    let Curve { points, findings, .. } = curve;
    let far = points.last().map_or(1, |it| it.sold).max(1) as f64;
    let marks = findings.iter().zip(before + 1..);
    let major = |it: &Point| (it.sold as f64 / scale as f64, it.payout as f64 / scale as f64);
    let places: Vec<i64> = findings.iter().filter_map(Finding::at).collect();
    let is_told = |(place, it): &(usize, &Point)| place % EACH == 0 || places.contains(&it.sold);
    KindView {
        name,
        marks: marks.filter_map(|(it, number)| Some((it.at()? as f64 / far, number))).collect(),
        rows: points.iter().enumerate().filter(is_told).map(|(_, it)| major(it)).collect(),
        points: points.iter().map(major).collect(),
    }
}

/// Of which deals, in words.
fn kind_name(lang: Lang, kind: &Kind) -> String {
    let whose = match kind.whose {
        Whose::Own => lang.kind_own(),
        Whose::Team => lang.kind_team(),
        Whose::Below => lang.kind_below(),
    };
    let since = kind.since.map(|it| lang.kind_since(&format::day(lang, it))).unwrap_or_default();
    let parts = [whose.to_owned(), kind.product.clone(), kind.class.clone(), since];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Who of a plan, as it is written now, is never paid by its quotas; none where nobody is.
pub fn no_quota(
    workspace: &Workspace,
    lang: Lang,
    known: &PayPlan,
    today: Day,
) -> Option<NoQuotaView> {
    let plan = read(known)?;
    let found = unquoted(workspace, (known, &plan), today)?;
    let count = |all: usize| format::count(lang, all as u64);
    let start = workspace.settings().fiscal_start();
    let year = found.period.span(plan.start()).map(|it| start.year_of(it.first));
    let everybody = if found.people.len() == found.of { &found.people[..] } else { &[] };
    Some(NoQuotaView {
        words: lang.find_no_quota(
            &format::period(lang, found.period),
            &count(found.people.len()),
            &count(found.of),
            &whom(workspace, lang, &found.people, everybody),
        ),
        year: match year {
            Some(Period::Year(year)) => Some(year),
            _ => None,
        },
    })
}

/// What the check of a plan comes to, in a few words.
pub fn verdict(lang: Lang, findings: &[FindingView], no_quota: Option<&NoQuotaView>) -> String {
    let of = |weight: Weight| findings.iter().filter(|it| it.weight == weight).count();
    let count = |all: usize| format::count(lang, all as u64);
    let mend = of(Weight::Mend) + usize::from(no_quota.is_some());
    match (mend, of(Weight::Know)) {
        (0, 0) => lang.verdict_sound().to_owned(),
        (0, know) => lang.verdict_know(&count(know)),
        (mend, 0) => lang.verdict_mend(&count(mend)),
        (mend, know) => lang.verdict_both(&count(mend), &count(know)),
    }
}

fn words(lang: Lang, finding: &Finding, money: &dyn Fn(i64) -> String) -> String {
    match *finding {
        Finding::Gap(from, to) => lang.find_gap(&money(from), &money(to)),
        Finding::Overlap(from, to) => lang.find_overlap(&money(from), &money(to)),
        Finding::Cliff(at, jump) => lang.find_cliff(&money(at), &money(jump)),
        Finding::Drop(at, by) => lang.find_drop(&money(at), &money(by)),
        Finding::Plateau(at) => lang.find_plateau(&money(at)),
        Finding::Pause(at, until) => lang.find_pause(&money(at), &money(until)),
        Finding::Idle(until, paid) => lang.find_idle(&money(until), &money(paid)),
        Finding::Unreached(cap) => lang.find_unreached(&money(cap)),
        Finding::LargeDeal(at, more) if more < 0 => lang.find_large_less(&money(at), &money(-more)),
        Finding::LargeDeal(at, more) => lang.find_large_more(&money(at), &money(more)),
        Finding::Margin(at, more) if more < 0 => {
            lang.find_margin_less(&format::percent(lang, at), &money(-more))
        }
        Finding::Margin(at, more) => {
            lang.find_margin_more(&format::percent(lang, at), &money(more))
        }
        Finding::Later(day, more) if more < 0 => {
            lang.find_later_less(&format::day(lang, day), &money(-more))
        }
        Finding::Later(day, more) => lang.find_later_more(&format::day(lang, day), &money(more)),
        Finding::Slower(at, before, after) => lang.find_slower(
            &money(at),
            &format::percent(lang, before),
            &format::percent(lang, after),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format::plan_of_text;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::PersonId;
    use crate::domain::people::Person;

    fn view(lang: Lang, plan: &str) -> CurveView {
        let plan = plan_of_text(plan).expect("a plan");
        CurveView::new(lang, &plan, Usual { quota: 1_000_000, deal: 100_000 }).expect("a curve")
    }

    // By hand: 5 % of 4,000,000 is 200,000; the usual quota is 10,000.
    #[test]
    fn a_cap_far_away_is_told_and_is_in_the_chart_and_its_table() {
        let capped =
            r#"{"currency":"USD","period":"month","cap":200000,"components":[{"rate":"5%"}]}"#;
        let found = view(Lang::En, capped);
        let end = "End: above $4,000,000 nothing more is earned in the period. Deals are held back for the next.";
        assert_eq!(found.findings.iter().map(|it| &*it.words).collect::<Vec<_>>(), [end]);
        let kind = &found.kinds[0];
        assert_eq!((found.kinds.len(), kind.marks.len()), (1, 1));
        assert!(kind.marks.iter().all(|it| it.0 < 1.0), "{:?}", kind.marks);
        for of in [&kind.points, &kind.rows] {
            assert!(of.contains(&(4_000_000.0, 200_000.0)), "{of:?}");
        }
        assert_eq!(verdict(Lang::En, &found.findings, None), "Check: 1 to know before publishing.");
        let sound =
            view(Lang::Zh, r#"{"currency":"USD","period":"month","components":[{"rate":"5%"}]}"#);
        assert_eq!(verdict(Lang::Zh, &sound.findings, None), "检查：未发现问题。");
    }

    #[test]
    fn what_holds_for_one_product_is_said_of_it_and_drawn_for_it() {
        let plan = r#"{"currency":"USD","period":"month","components":[{"products":["X"],"rate":"1%"},{"products":["Y"],"rate":"10%","cap":500}]}"#;
        let found = view(Lang::En, plan);
        let names: Vec<&str> = found.kinds.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Own deals · X", "Own deals · Y"]);
        let told: Vec<_> = found.findings.iter().map(|it| (&*it.words, it.kind)).collect();
        let end = "Own deals · Y – End: above $5,000 nothing more is earned in the period. Deals are held back for the next.";
        assert_eq!(told, [(end, 1)]);
        assert_eq!((found.kinds[0].marks.len(), found.kinds[1].marks.len()), (0, 1));
    }

    #[test]
    fn people_without_a_quota_are_named_where_the_plan_goes_by_it() {
        let mut workspace = Workspace::default();
        let people: Vec<PersonId> = (1..=7).map(PersonId::drawn).collect();
        for (id, name) in people.iter().zip(["Gil", "Fay", "Eve", "Dan", "Cy", "Bo", "Ann"]) {
            put(&mut workspace, *id, &Person { name: name.to_owned(), ..Person::default() });
        }
        let plan = r#"{"currency":"USD","period":"month","from":"2026-05-01","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":2}]}}]}"#;
        let known = PayPlan { plan: plan.to_owned(), people, ..PayPlan::default() };
        let told =
            no_quota(&workspace, Lang::En, &known, day("2026-03-04")).expect("nobody has one");
        assert!(
            told.words.starts_with("No quota for May 2026 (7 of 7): All 7 people."),
            "{}",
            told.words
        );
        assert_eq!(told.year, Some(2026));
        let told = verdict(Lang::En, &[], Some(&told));
        assert_eq!(told, "Check: 1 to mend.");
        let plain = r#"{"currency":"USD","period":"month","components":[{"rate":"5%"}]}"#;
        let known = PayPlan { plan: plain.to_owned(), ..known };
        assert_eq!(no_quota(&workspace, Lang::En, &known, day("2026-03-04")), None);
    }
}
