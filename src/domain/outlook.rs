//! What a period will bring: what is won, what the open leads will bring, and what leads will that
//! are not there yet.
//!
//! An open lead that is expected in the days left has the odds of leads of its age to be won at
//! all; one whose day is gone, or that has none, those to be won in the days left
//! ([`super::incidence`]). Both move by how much better or worse leads of its stage do
//! ([`super::odds`]): the odds, as a ratio of won to lost, are multiplied. One that is expected
//! later brings nothing. What leads will bring that are not there yet is what such leads brought
//! in earlier stretches of as many days, each as likely as any other.
//!
//! Leads are not independent of each other, and next month is not like the last. So the same is
//! asked of earlier days, as of what was known then, and what came as a part of what was expected
//! says how far off this one may be. The logarithm of that part is taken as normal, with a few
//! parts beside those that were seen ([`USUAL_SPREAD`]), so that the next one follows Student's
//! distribution (Gelman and others, "Bayesian Data Analysis", 3rd edition, section 3.3).

use std::collections::BTreeMap;

#[cfg(test)]
mod tests;
mod working;

use super::calendar::{Day, Span};
use super::forecast::normal::student_quantile;
use super::id::{LeadId, StageId};
use super::incidence::{Fate, Incidence};
use super::insight::{Rate, known_by};
use super::landing::Landing;
use super::odds::Odds;
use super::pipeline::Outcome;
pub use working::Working;

/// A lead as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The lead.
    pub id: LeadId,
    /// Where it stands.
    pub outcome: Outcome,
    /// Its stage.
    pub stage: Option<StageId>,
    /// The day it was created.
    pub created: Option<Day>,
    /// The day it closed, or is expected to.
    pub closes: Option<Day>,
    /// What it is worth, in minor units; none without an amount in the currency that is asked for.
    pub amount: Option<i64>,
    /// Whether it counts for whom the outlook is; others only say how leads do.
    pub counts: bool,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The period.
    pub span: Span,
    /// The day by the end of which everything is known.
    pub today: Day,
    /// How leads of each stage do.
    pub stages: &'a BTreeMap<StageId, Odds>,
}

/// An open lead that may be won in the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The lead.
    pub lead: LeadId,
    /// What it brings if it is won, in minor units.
    pub amount: i64,
    /// How likely that is in the period, 0 to 1.
    pub odds: f64,
    /// For how many days it has been open; none where the day that it was created is not known,
    /// and then it has the odds of a new one.
    pub age: Option<i64>,
    /// How likely it would be by its age alone, whatever its stage.
    pub by_age: f64,
}

impl Chance {
    /// What it brings on average, rounded by itself so that the deals add up to their sum.
    pub fn brings(&self) -> i64 {
        (self.amount as f64 * self.odds).round() as i64
    }
}

/// A lead that was won in an earlier stretch and was not there at its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// The lead.
    pub lead: LeadId,
    /// What it brought, in minor units.
    pub amount: i64,
    /// In how many of the stretches, which overlap.
    pub times: usize,
}

/// What a period will bring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// What is won in it already, in minor units.
    pub won: i64,
    /// The leads that were.
    pub won_leads: Vec<LeadId>,
    /// The open leads that may be.
    pub open: Vec<Chance>,
    /// How many open leads are expected after the period.
    pub later: usize,
    /// How many open leads without an amount are left out.
    pub unvalued: usize,
    /// What leads brought that were not there at the beginning of earlier stretches as long as the
    /// days left, in minor units.
    pub fresh: Vec<i64>,
    /// The leads that did.
    pub came: Vec<Came>,
    /// How many of the leads that closed were won.
    pub closed: Option<Rate>,
    /// What came as a part of what was expected on earlier days, the latest first.
    pub kept: Vec<f64>,
    /// Where the period will land; none where nothing is left of it, or too few leads have closed
    /// to say.
    pub landing: Option<Landing>,
}

/// From one stretch of earlier days to the next.
const STEP: i64 = 7;
/// The most stretches that are looked at.
const MOST_STRETCHES: i64 = 26;
/// The fewest that say something.
const FEWEST_STRETCHES: usize = 4;
/// From one earlier day to the next that the same is asked of.
const EARLIER_STEP: i64 = 30;
/// The most earlier days.
const MOST_EARLIER: i64 = 8;
/// What came is taken as this part of what was expected at least; few expected leads say little.
const LEAST_KEPT: f64 = 0.25;
/// And as this at most.
const MOST_KEPT: f64 = 4.0;
/// By how much what comes differs from what was expected where nothing is known of that: the
/// standard deviation of its logarithm. It counts as [`USUAL_SEEN`] earlier days would.
const USUAL_SPREAD: f64 = 0.25;
/// For how many earlier days that counts.
const USUAL_SEEN: f64 = 3.0;
/// How many parts of what is expected are looked at, each as likely as any other.
const PARTS: usize = 20;
/// The same leads give the same answer, also where it is simulated.
const SEED: u64 = 1;

/// What a period will bring.
pub fn outlook(leads: &[Known], question: Question) -> Outlook {
    let mut working = Working::begin(leads, question);
    while !working.advance(leads, question) {}
    working.found
}

/// The parts of what is expected that may come, each as likely as any other, from what did.
fn parts(kept: &[f64]) -> Vec<f64> {
    let seen = kept.len() as f64 + USUAL_SEEN;
    let middle = kept.iter().map(|it| it.ln()).sum::<f64>() / seen;
    let squares: f64 = kept.iter().map(|it| (it.ln() - middle).powi(2)).sum();
    // What counts as seen beside lies about the part of one.
    let usual = USUAL_SEEN * (USUAL_SPREAD.powi(2) + middle.powi(2));
    let degrees = seen - 1.0;
    let spread = ((squares + usual) / degrees * (1.0 + 1.0 / seen)).sqrt();
    let part = |nth: usize| {
        let below = (nth as f64 + 0.5) / PARTS as f64;
        (middle + spread * student_quantile(below, degrees)).exp()
    };
    (0..PARTS).map(part).collect()
}

/// Everything but where the period will land.
fn expected(leads: &[Known], question: Question) -> Outlook {
    let Question { span, today, .. } = question;
    let mut found = Outlook { closed: closed(leads), ..Outlook::default() };
    for lead in leads.iter().filter(|it| it.counts && it.is_won_in(span)) {
        found.won = found.won.saturating_add(lead.amount.unwrap_or(0));
        found.won_leads.push(lead.id);
    }
    if span.last < today {
        return found;
    }
    let incidence = Incidence::of(leads.iter().filter_map(|it| fate(it, today)).collect());
    let mut by_age = ByAge { question, incidence, known: BTreeMap::new() };
    for lead in leads.iter().filter(|it| it.counts && it.outcome == Outcome::Open) {
        match (lead.amount, lead.closes) {
            (_, Some(closes)) if span.last < closes => found.later += 1,
            (_, Some(closes)) if today < closes && closes < span.first => {}
            (None, _) => found.unvalued += 1,
            (Some(amount), _) => {
                let (odds, alone) = odds(lead, &mut by_age, found.closed);
                let age = lead.created.map(|it| today.days_since(it).max(0));
                found.open.push(Chance { lead: lead.id, amount, odds, age, by_age: alone });
            }
        }
    }
    (found.fresh, found.came) = fresh(leads, span, today);
    found
}

/// What came of what would have been expected so many days before the last day that can be judged,
/// as a part of it; none where too little was known then.
fn kept(leads: &[Known], question: Question, before: i64) -> Option<f64> {
    let Question { span, today, stages } = question;
    let back = u64::try_from(span.last.days_since(today) + before).ok()?;
    let then = Question {
        span: Span { first: span.first.minus(back), last: span.last.minus(back) },
        today: today.minus(back),
        stages,
    };
    let known: Vec<Known> = leads.iter().filter_map(|it| it.by(then.today)).collect();
    let found = expected(&known, then);
    let expected = found.open_mean() + found.fresh_mean();
    let (was, is) = (found.closed?, closed(leads)?);
    // The beginning of a history is unlike the rest of it.
    if expected <= 0.0 || found.fresh.is_empty() || !was.is_settled() || 4 * was.trials < is.trials
    {
        return None;
    }
    let rest = Span { first: then.span.first.max(then.today.next()), last: then.span.last };
    let came = leads.iter().filter(|it| it.counts && it.is_won_in(rest));
    let came: f64 = came.filter_map(|it| it.amount).map(|it| it as f64).sum();
    Some((came / expected).clamp(LEAST_KEPT, MOST_KEPT))
}

impl Known {
    fn is_won_in(&self, span: Span) -> bool {
        self.outcome == Outcome::Won && self.closes.is_some_and(|it| span.holds(it))
    }

    /// The lead as it was known by the end of a day; what stage it was in is not known, nor when
    /// it was expected to close.
    fn by(&self, day: Day) -> Option<Known> {
        let outcome = known_by(self.created, self.closes, self.outcome, day)?;
        Some(match outcome {
            Outcome::Open => Known { outcome, stage: None, closes: None, ..*self },
            _ => *self,
        })
    }
}

impl Outlook {
    /// What the open leads bring on average: each rounded, then added.
    pub fn open_mean(&self) -> f64 {
        self.open.iter().map(|it| it.brings() as f64).sum()
    }

    /// An open lead that may be won.
    pub fn chance(&self, lead: LeadId) -> Option<&Chance> {
        self.open.iter().find(|it| it.lead == lead)
    }

    /// What leads that are not there yet bring on average.
    pub fn fresh_mean(&self) -> f64 {
        self.fresh.iter().map(|it| *it as f64).sum::<f64>() / self.fresh.len().max(1) as f64
    }
}

/// How many of the leads that closed were won.
fn closed(leads: &[Known]) -> Option<Rate> {
    let count = |outcome| leads.iter().filter(|it| it.outcome == outcome).count() as u64;
    let won = count(Outcome::Won);
    Rate::new(won, won + count(Outcome::Lost))
}

/// For how many days a lead was open, and what became of it; none where its days are not known.
fn fate(lead: &Known, today: Day) -> Option<(i64, Fate)> {
    let created = lead.created?;
    let (last, fate) = match lead.outcome {
        Outcome::Won => (lead.closes?, Fate::Won),
        Outcome::Lost => (lead.closes?, Fate::Lost),
        Outcome::Open => (today, Fate::Open),
    };
    Some((last.days_since(created), fate))
}

/// The chances by age, each worked out once: thousands of leads have some hundred ages.
struct ByAge<'a> {
    question: Question<'a>,
    incidence: Incidence,
    /// By age, and whether the lead may be won at any time.
    known: BTreeMap<(i64, bool), f64>,
}

impl ByAge<'_> {
    fn chance(&mut self, lead: &Known) -> f64 {
        let Question { span, today, .. } = self.question;
        let age = lead.created.map_or(0, |it| today.days_since(it).max(0));
        let days_to = |day: Day| day.days_since(today);
        let ever = lead.closes.is_some_and(|closes| today < closes);
        let incidence = &self.incidence;
        let chance = || match ever {
            true => incidence.ever(age),
            false => incidence.between(age, days_to(span.first) - 1, days_to(span.last)),
        };
        *self.known.entry((age, ever)).or_insert_with(chance)
    }
}

/// The odds of a lead, and those of its age alone.
fn odds(lead: &Known, by_age: &mut ByAge<'_>, closed: Option<Rate>) -> (f64, f64) {
    let (stages, by_age) = (by_age.question.stages, by_age.chance(lead));
    let stage = lead.stage.and_then(|it| stages.get(&it)).map(|it| it.value);
    let odds = match (stage, closed) {
        (Some(stage), Some(closed)) => moved(by_age, stage, closed.value()),
        _ => by_age,
    };
    (odds, by_age)
}

/// A chance whose ratio of won to lost is multiplied by that of a stage over the usual one.
fn moved(chance: f64, stage: f64, usual: f64) -> f64 {
    let ratio = |it: f64| it / (1.0 - it);
    let times = ratio(stage) / ratio(usual);
    if !times.is_finite() || times <= 0.0 || 1.0 <= chance {
        return chance;
    }
    let moved = ratio(chance) * times;
    moved / (1.0 + moved)
}

/// What leads brought that were not there yet, in earlier stretches that lie to their first day as
/// the days of the span that are left lie to today. Too few stretches say nothing.
fn fresh(leads: &[Known], span: Span, today: Day) -> (Vec<i64>, Vec<Came>) {
    let (until, from) = (span.last.days_since(today), (span.first.days_since(today) - 1).max(0));
    let dated = |it: &&Known| it.created.is_some();
    let Some(first) = leads.iter().filter(dated).filter_map(|it| it.created).min() else {
        return Default::default();
    };
    let known = today.days_since(first);
    let count = ((known - until) / STEP + 1).clamp(0, MOST_STRETCHES);
    if known < until || (count as usize) < FEWEST_STRETCHES {
        return Default::default();
    }
    // The last day before each stretch, counted back from today.
    let mut sums = vec![0_i64; count as usize];
    let mut came = Vec::new();
    let won = leads.iter().filter(|it| it.counts && it.outcome == Outcome::Won);
    for lead in won {
        let (Some(created), Some(closes), Some(amount)) = (lead.created, lead.closes, lead.amount)
        else {
            continue;
        };
        let mut times = 0;
        for (place, sum) in sums.iter_mut().enumerate() {
            let start = -(until + STEP * place as i64);
            let (created, closes) =
                (created.days_since(today) - start, closes.days_since(today) - start);
            if 0 < created && from < closes && closes <= until {
                *sum = sum.saturating_add(amount);
                times += 1;
            }
        }
        if times != 0 {
            came.push(Came { lead: lead.id, amount, times });
        }
    }
    (sums, came)
}
