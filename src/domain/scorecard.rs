//! A person's figures beside those of the others, and what may be called a strength or a weakness.
//!
//! Each figure is compared with that of everybody else in the team over the same days, and all
//! comparisons of a person are corrected together (see [`super::contrast`]); so with six figures
//! somebody who is like the others is called weak in one of twenty scorecards, not in one of four.

use super::aim::{AimFigure, Better, Measured, Stand, behind, measure};
use super::arrange;
use super::behind::Behind;
use super::calendar::{Day, Span};
use super::contrast::{Exact, LEVEL, corrected, rank_chance};
use super::id::{LeadId, PersonId};
use super::insight::{Rate, median};
use super::lead::Lead;
use super::pipeline::Outcome;
use super::rates::{Conversion, Rates};
use super::workspace::Workspace;

/// A figure of a scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// Won among the leads that closed.
    WinRate,
    /// Days from creation to the win; fewer is better.
    DaysToWin,
    /// The amount of a won lead, in minor units of the team's currency.
    DealSize,
    /// Words with customers a working day.
    Activities,
    /// Open leads with a next step that is not overdue.
    NextSteps,
    /// Open leads that have not rotted in their stage: something was done about them in four weeks.
    Fresh,
}

/// What a figure is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Some among all.
    Share(Rate),
    /// The middle of some values, with the ends of its interval where there are enough.
    Middle {
        /// The middle.
        median: f64,
        /// The ends of its 95 % interval.
        interval: Option<(i64, i64)>,
        /// Over how many.
        count: u64,
    },
    /// Some over working days, a day, with the ends of its 95 % interval.
    Daily {
        /// How many a day.
        rate: f64,
        /// The ends of its interval.
        interval: (f64, f64),
        /// How many in all.
        count: u64,
    },
}

/// What is said of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Better than the others, beyond chance.
    Strength,
    /// Worse than the others, beyond chance.
    Weakness,
    /// Not different beyond chance.
    Alike,
    /// Too few numbers to say.
    TooFew,
}

/// A figure beside that of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub of: Trait,
    /// The person's; none where there is nothing to read.
    pub own: Option<Reading>,
    /// The others'.
    pub others: Option<Reading>,
    /// What is said of it.
    pub verdict: Verdict,
    /// How often chance alone differs so much, corrected; none where it cannot be said.
    pub chance: Option<f64>,
}

impl Trait {
    /// Every figure, in order.
    pub const ALL: [Trait; 6] = [
        Trait::WinRate,
        Trait::DealSize,
        Trait::DaysToWin,
        Trait::Activities,
        Trait::NextSteps,
        Trait::Fresh,
    ];

    /// The figure that is worked on for it: the same.
    pub const fn aim(self) -> AimFigure {
        match self {
            Trait::WinRate => AimFigure::WinRate,
            Trait::DaysToWin => AimFigure::DaysToWin,
            Trait::DealSize => AimFigure::DealSize,
            Trait::Activities => AimFigure::Activities,
            Trait::NextSteps => AimFigure::NextSteps,
            Trait::Fresh => AimFigure::Fresh,
        }
    }
}

/// The figures of a person over some days up to today.
pub fn scorecard(workspace: &Workspace, person: PersonId, days: Span, today: Day) -> Vec<Line> {
    let scene = Scene::new(workspace, person, days, today);
    let raw: Vec<_> = Trait::ALL.into_iter().map(|it| scene.compared(it)).collect();
    let known: Vec<f64> = raw.iter().filter_map(|(.., compared)| compared.map(|it| it.1)).collect();
    let mut corrected = corrected(&known).into_iter();
    let lines = Trait::ALL.into_iter().zip(raw).map(|(of, (own, others, compared))| {
        let chance = compared.and_then(|_| corrected.next());
        let verdict = match (compared, chance) {
            (Some((better, _)), Some(chance)) if chance < LEVEL && better => Verdict::Strength,
            (Some(_), Some(chance)) if chance < LEVEL => Verdict::Weakness,
            (Some(_), Some(_)) => Verdict::Alike,
            _ => Verdict::TooFew,
        };
        Line { of, own, others, verdict, chance }
    });
    lines.collect()
}

/// The figures of a person alone; nothing of the others is read.
pub fn readings(
    workspace: &Workspace,
    person: PersonId,
    days: Span,
    today: Day,
) -> Vec<(Trait, Option<Reading>)> {
    let scene = Scene { alone: true, ..Scene::new(workspace, person, days, today) };
    Trait::ALL.into_iter().map(|it| (it, scene.compared(it).0)).collect()
}

/// The person's records that a figure is read from: of a share all that it is a share of. Nothing of
/// the others is read.
pub fn records(
    workspace: &Workspace,
    person: PersonId,
    (days, today): (Span, Day),
    of: Trait,
) -> Vec<Behind> {
    behind(workspace, person, of.aim(), days, today)
}

/// The leads of the team in the days whose amounts are in another currency than its own, so that
/// they were converted or, without a rate, left out; of one person alone where one is named.
pub fn converted(
    workspace: &Workspace,
    person: Option<PersonId>,
    days: Span,
    today: Day,
) -> Conversion {
    let (rates, mut conversion) = (Rates::on(workspace, today), Conversion::default());
    let whose = |it: &Lead| it.owner.is_some() && (person.is_none() || it.owner == person);
    for (id, lead) in workspace.leads.iter().filter(|(_, it)| whose(it)) {
        let closed = lead.closes.is_some_and(|it| days.holds(it) && it <= today);
        if closed
            && lead.outcome(workspace) == Outcome::Won
            && let Some(amount) = lead.amount
        {
            conversion.take(&rates, rates.home(), (id, amount));
        }
    }
    conversion
}

/// The weakness that stands out most, which is what coaching should take up.
pub fn weakest(lines: &[Line]) -> Option<&Line> {
    let weak = lines.iter().filter(|it| it.verdict == Verdict::Weakness);
    weak.min_by(|a, b| a.chance.unwrap_or(1.0).total_cmp(&b.chance.unwrap_or(1.0)))
}

/// The ends of the 95 % interval of the middle of values that stand in their order: the sign test
/// turned round (Conover, "Practical Nonparametric Statistics", 1999, section 3.2). With fewer than
/// six values there is none.
pub fn median_interval(values: &[i64]) -> Option<(i64, i64)> {
    let count = values.len();
    let ln_half = 0.5_f64.ln() * count as f64;
    let (mut ways, mut below, mut place) = (0.0_f64, ln_half.exp(), 0);
    while below <= 0.025 && place < count {
        place += 1;
        ways += ((count + 1 - place) as f64 / place as f64).ln();
        below += (ways + ln_half).exp();
    }
    (place != 0).then(|| (values[place - 1], values[count - place]))
}

/// Two rates of counts over days: whether the first is higher, and how often chance alone differs
/// so much (the conditional test of Przyborowski and Wilenski, 1940, both sides, as no likelier).
pub fn counts_chance(own: (u64, u64), others: (u64, u64)) -> Option<f64> {
    let all = own.0 + others.0;
    if all == 0 || own.1 == 0 || others.1 == 0 {
        return None;
    }
    let share = own.1 as f64 / (own.1 + others.1) as f64;
    let (ln_yes, ln_no) = (share.ln(), (1.0 - share).ln());
    let (mut ways, mut likely) = (0.0_f64, Vec::new());
    for hits in 0..=all {
        if hits != 0 {
            ways += ((all + 1 - hits) as f64 / hits as f64).ln();
        }
        likely.push((ways + hits as f64 * ln_yes + (all - hits) as f64 * ln_no).exp());
    }
    let seen = likely[own.0 as usize] * (1.0 + 1e-7);
    Some(likely.into_iter().filter(|it| *it <= seen).sum::<f64>().min(1.0))
}

type Compared = (Option<Reading>, Option<Reading>, Option<(bool, f64)>);

struct Scene<'a> {
    workspace: &'a Workspace,
    person: PersonId,
    days: Span,
    today: Day,
    stand: Stand,
    /// The rates that amounts are converted at.
    rates: Rates,
    /// Whether the others are left out.
    alone: bool,
}

impl<'a> Scene<'a> {
    fn new(workspace: &'a Workspace, person: PersonId, days: Span, today: Day) -> Scene<'a> {
        let stand = Stand::on(workspace, today);
        let rates = Rates::on(workspace, today);
        Scene { workspace, person, days, today, stand, rates, alone: false }
    }

    fn compared(&self, of: Trait) -> Compared {
        match of {
            Trait::WinRate => shares(self.rates(AimFigure::WinRate)),
            Trait::NextSteps => shares(self.open(|_, lead| self.stand.has_next_step(lead))),
            Trait::Fresh => shares(self.open(|id, lead| self.stand.is_fresh(id, lead))),
            Trait::Activities => self.activities(),
            Trait::DaysToWin => middles(self.won(Lead::days_to_close), of.aim().better()),
            Trait::DealSize => middles(self.won(|it| self.size(it)), of.aim().better()),
        }
    }

    /// The amount of a lead, converted to the team's currency; none without a rate.
    fn size(&self, lead: &Lead) -> Option<i64> {
        Some(self.rates.convert(lead.amount?)?.minor)
    }

    fn rates(&self, figure: AimFigure) -> [(u64, u64); 2] {
        let of = |person| match measure(self.workspace, person, figure, self.days, self.today) {
            Measured::Rate { hits, trials } => (hits, trials),
            Measured::Count { hits, days } => (hits, days),
            Measured::Values(_) => (0, 0),
        };
        let own = of(Some(self.person));
        let all = if self.alone { own } else { of(None) };
        [own, (all.0 - own.0, all.1 - own.1)]
    }

    /// Open leads of the person and of the others: how many are as they should be, and all.
    fn open(&self, well: impl Fn(LeadId, &Lead) -> bool) -> [(u64, u64); 2] {
        let mut counts = [(0, 0); 2];
        for (id, lead) in self.open_leads() {
            let side = &mut counts[usize::from(lead.owner != Some(self.person))];
            side.1 += 1;
            side.0 += u64::from(well(id, lead));
        }
        counts
    }

    /// A value of every lead that was won in the days, of the person and of the others, in order.
    fn won(&self, value: impl Fn(&Lead) -> Option<i64>) -> [Vec<i64>; 2] {
        let mut values = [Vec::new(), Vec::new()];
        for (_, lead) in self.won_leads() {
            values[usize::from(lead.owner != Some(self.person))].extend(value(lead));
        }
        values.iter_mut().for_each(|it| arrange::naturally(it));
        values
    }

    /// The open leads that are read.
    fn open_leads(&self) -> impl Iterator<Item = (LeadId, &'a Lead)> {
        let leads = self.workspace.leads.iter();
        leads.filter(move |(_, it)| self.is_read(it) && it.outcome(self.workspace) == Outcome::Open)
    }

    /// The leads won in the days that are read.
    fn won_leads(&self) -> impl Iterator<Item = (LeadId, &'a Lead)> {
        let closed = |day: Day| self.days.holds(day) && day <= self.today;
        let leads = self.workspace.leads.iter();
        leads.filter(move |(_, it)| {
            it.closes.is_some_and(closed)
                && self.is_read(it)
                && it.outcome(self.workspace) == Outcome::Won
        })
    }

    fn is_read(&self, lead: &Lead) -> bool {
        lead.owner.is_some() && (!self.alone || lead.owner == Some(self.person))
    }

    /// Everybody's days are those on which they were there, and the others are everybody else who
    /// was there on some of them, also those who have left since.
    fn activities(&self) -> Compared {
        let of = |person| {
            let of = AimFigure::Activities;
            match measure(self.workspace, Some(person), of, self.days, self.today) {
                Measured::Count { hits, days } => (hits, days),
                Measured::Rate { .. } | Measured::Values(_) => (0, 0),
            }
        };
        let own = of(self.person);
        let others = self.workspace.people.iter().map(|(id, _)| id);
        let others = others.filter(|it| !self.alone && *it != self.person);
        let others = others.map(of).fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let chance = counts_chance(own, others);
        let better = own.0 * others.1 > others.0 * own.1;
        (daily(own), daily(others), chance.map(|it| (better, it)))
    }
}

fn shares([own, others]: [(u64, u64); 2]) -> Compared {
    let rate = |(hits, trials)| Rate::new(hits, trials).map(Reading::Share);
    let compared = (own.1 != 0 && others.1 != 0).then(|| {
        let chance = Exact::up_to(own.1 + others.1).chance(own, others);
        (own.0 * others.1 > others.0 * own.1, chance)
    });
    // What is not settled says nothing of a person, however much it differs.
    let settled = Rate::new(own.0, own.1).is_some_and(|it| it.is_settled());
    let compared = compared.filter(|(_, chance)| settled || *chance < LEVEL);
    (rate(own), rate(others), compared)
}

fn middles([own, others]: [Vec<i64>; 2], better: Better) -> Compared {
    let reading = |values: &[i64]| {
        let median = median(values)?;
        let (interval, count) = (median_interval(values), values.len() as u64);
        Some(Reading::Middle { median, interval, count })
    };
    let higher = median(&own) > median(&others);
    let is_better = higher == (better == Better::Higher);
    let chance = rank_chance(&own, &others);
    (reading(&own), reading(&others), chance.map(|it| (is_better, it)))
}

/// A count over days with Byar's interval (Breslow and Day, "Statistical Methods in Cancer
/// Research", volume II, 1987, page 69).
fn daily((count, days): (u64, u64)) -> Option<Reading> {
    let (low, high) = byar(count);
    let a_day = |it: f64| it / days as f64;
    let interval = (a_day(low), a_day(high));
    (days != 0).then(|| Reading::Daily { rate: a_day(count as f64), interval, count })
}

/// The ends of the 95 % interval of an expected count.
fn byar(count: u64) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    let end = |of: f64, z: f64| of * (1.0 - 1.0 / (9.0 * of) + z / (3.0 * of.sqrt())).powi(3);
    let low = if count == 0 { 0.0 } else { end(count as f64, -Z) };
    (low, end(count as f64 + 1.0, Z))
}

#[cfg(test)]
mod tests;
