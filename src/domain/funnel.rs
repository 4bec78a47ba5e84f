//! How leads go from stage to stage: how many came, how many went on, how long it took, and
//! whether one stage is clearly the narrow one.
//!
//! A lead has entered a stage once it was put in it; stages that it jumped over it has not
//! entered. It has gone on once it was put in a later stage or won; it is lost there if it was lost
//! and never went on; else nothing is decided yet. Rates are over what is decided.

use std::collections::BTreeMap;

use super::arrange;
use super::calendar::Day;
use super::contrast::{Exact, LEVEL, corrected, rank_chance};
use super::id::StageId;
use super::insight::{Rate, median};
use super::lead::Lead;
use super::pipeline::Outcome;

/// A stay in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The stage.
    pub stage: StageId,
    /// The day the lead came to it, where that is known.
    pub entered: Option<Day>,
}

/// The stays of a lead, the earliest first: those its source told of, then those recorded here; the
/// present one where nothing is recorded.
pub fn journey(lead: &Lead, recorded: &[Visit]) -> Vec<Visit> {
    let told = lead.passed.iter().map(|it| Visit { stage: it.stage, entered: Some(it.entered) });
    let present = lead.stage.map(|stage| Visit { stage, entered: lead.stage_since });
    let present = present.filter(|_| recorded.is_empty());
    told.chain(recorded.iter().copied()).chain(present).collect()
}

/// A lead that is put in a stage: what it was in before, with this at the end. One that is put back
/// where it was, on the same day as then, never left: somebody undid a step.
pub fn enter(visits: &mut Vec<Visit>, visit: Visit) {
    match visits.iter().position(|it| *it == visit) {
        Some(place) => visits.truncate(place + 1),
        None => visits.push(visit),
    }
}

/// What became of the leads of a stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// How many entered it.
    pub entered: u64,
    /// How many of them went on.
    pub moved_on: u64,
    /// How many were lost there.
    pub lost: u64,
    /// The days that each stay took that is over, shortest first.
    pub days: Vec<i64>,
}

/// What became of a lead that entered a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It went on.
    MovedOn,
    /// It was lost there.
    Lost,
    /// Nothing is decided.
    Pending,
}

impl Flow {
    /// The part of those that are decided that went on.
    pub fn conversion(&self) -> Option<Rate> {
        Rate::new(self.moved_on, self.moved_on + self.lost)
    }

    /// The median of the days that stays took; `None` while none is over.
    pub fn median_days(&self) -> Option<f64> {
        median(&self.days)
    }
}

/// The way of a lead through the stages of a pipeline.
#[derive(Clone, Debug)]
pub struct Stages {
    places: BTreeMap<StageId, usize>,
    won: Vec<StageId>,
    count: usize,
}

impl Stages {
    /// The open stages in their order, and those that mean won.
    pub fn new(open: &[StageId], won: &[StageId]) -> Stages {
        let places = open.iter().enumerate().map(|(place, it)| (*it, place)).collect();
        Stages { places, won: won.to_vec(), count: open.len() }
    }

    /// How far a stage is: its place among the open ones, after all of them where it means won.
    fn place(&self, stage: StageId) -> Option<usize> {
        let won = self.won.contains(&stage).then_some(self.count);
        self.places.get(&stage).copied().or(won)
    }

    /// What became of a lead in the stage at a place; `None` where it never entered it.
    pub fn step(&self, visits: &[Visit], outcome: Outcome, place: usize) -> Option<Step> {
        let places: Vec<Option<usize>> = visits.iter().map(|it| self.place(it.stage)).collect();
        let came = places.iter().position(|it| *it == Some(place))?;
        let further = places[came..].iter().flatten().any(|it| place < *it);
        Some(match outcome {
            Outcome::Won => Step::MovedOn,
            _ if further => Step::MovedOn,
            Outcome::Lost => Step::Lost,
            Outcome::Open => Step::Pending,
        })
    }

    /// The days of each stay in the stage at a place that is over.
    pub fn days(&self, visits: &[Visit], place: usize) -> Vec<i64> {
        let stays = visits.windows(2).filter(|it| self.place(it[0].stage) == Some(place));
        let days = stays.filter_map(|it| Some(it[1].entered?.days_since(it[0].entered?)));
        days.filter(|it| 0 <= *it).collect()
    }

    /// What became of leads in every stage.
    pub fn flows<'a>(&self, leads: impl Iterator<Item = (&'a [Visit], Outcome)>) -> Vec<Flow> {
        let mut flows = vec![Flow::default(); self.count];
        for (visits, outcome) in leads {
            for (place, flow) in flows.iter_mut().enumerate() {
                let Some(step) = self.step(visits, outcome, place) else { continue };
                flow.entered += 1;
                flow.moved_on += u64::from(step == Step::MovedOn);
                flow.lost += u64::from(step == Step::Lost);
                flow.days.extend(self.days(visits, place));
            }
        }
        flows.iter_mut().for_each(|it| arrange::naturally(&mut it.days));
        flows
    }
}

/// What is said about the narrow stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bottleneck {
    /// Too little is decided to say anything.
    TooFew,
    /// No stage is clearly worse than the others.
    None,
    /// From the stage at this place clearly fewer go on.
    Loses(usize),
    /// In the stage at this place leads clearly stay longer.
    Slow(usize),
}

/// Which stage is clearly worse than the others taken together: the one from which fewest go on, or
/// else the one in which leads stay longest. All comparisons are corrected together.
pub fn bottleneck(flows: &[Flow]) -> Bottleneck {
    let settled = flows.iter().filter_map(Flow::conversion).filter(|it| it.is_settled()).count();
    if settled < 2 {
        return Bottleneck::TooFew;
    }
    let mut tests: Vec<(Bottleneck, f64)> = Vec::new();
    let mut chances: Vec<f64> = Vec::new();
    for place in 0..flows.len() {
        for (found, worse, chance) in
            [losing(flows, place), slow(flows, place)].into_iter().flatten()
        {
            chances.push(chance);
            tests.push((found, worse));
        }
    }
    let certain = tests.into_iter().zip(corrected(&chances));
    let worst = certain.filter(|((_, worse), chance)| 0.0 < *worse && *chance <= LEVEL);
    let worst = worst.map(|(it, _)| it).max_by(|(a, worse), (b, other)| {
        let loses = |it: &Bottleneck| matches!(it, Bottleneck::Loses(_));
        loses(a).cmp(&loses(b)).then(worse.total_cmp(other))
    });
    worst.map_or(Bottleneck::None, |(it, _)| it)
}

/// A comparison of a stage with the others: what it would say, how much worse the stage is, and how
/// often chance alone does as much.
type Compared = Option<(Bottleneck, f64, f64)>;

fn losing(flows: &[Flow], place: usize) -> Compared {
    let own = flows[place].conversion()?;
    let rest = || flows.iter().enumerate().filter(|(it, _)| *it != place).map(|(_, flow)| flow);
    let (moved_on, lost) = rest().fold((0, 0), |(a, b), it| (a + it.moved_on, b + it.lost));
    let others = Rate::new(moved_on, moved_on + lost)?;
    let exact = Exact::up_to(own.trials + others.trials);
    let chance = exact.chance((own.successes, own.trials), (others.successes, others.trials));
    Some((Bottleneck::Loses(place), others.value() - own.value(), chance))
}

fn slow(flows: &[Flow], place: usize) -> Compared {
    let own = &flows[place];
    let rest = flows.iter().enumerate().filter(|(it, _)| *it != place);
    let mut others: Vec<i64> = rest.flat_map(|(_, flow)| flow.days.iter().copied()).collect();
    arrange::naturally(&mut others);
    let chance = rank_chance(&own.days, &others)?;
    Some((Bottleneck::Slow(place), own.median_days()? - median(&others)?, chance))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three open stages, won, lost.
    fn stage(place: usize) -> StageId {
        StageId::drawn(place as u64 + 1)
    }

    fn stages() -> Stages {
        Stages::new(&[0, 1, 2].map(stage), &[stage(3)])
    }

    fn visits(way: &[(usize, &str)]) -> Vec<Visit> {
        way.iter()
            .map(|(place, day)| Visit { stage: stage(*place), entered: day.parse().ok() })
            .collect()
    }

    #[track_caller]
    fn check(way: &[usize], outcome: Outcome, expect: [Option<Step>; 3]) {
        let way: Vec<(usize, &str)> = way.iter().map(|it| (*it, "")).collect();
        let visits = visits(&way);
        assert_eq!([0, 1, 2].map(|place| stages().step(&visits, outcome, place)), expect);
    }

    #[test]
    fn a_lead_goes_on_is_lost_or_waits() {
        let (on, lost, waits) = (Some(Step::MovedOn), Some(Step::Lost), Some(Step::Pending));
        check(&[0, 1, 2, 3], Outcome::Won, [on, on, on]);
        check(&[0, 1, 4], Outcome::Lost, [on, lost, None]);
        check(&[0, 2], Outcome::Open, [on, None, waits]);
        check(&[0, 1, 0], Outcome::Open, [on, waits, None]);
        check(&[3], Outcome::Won, [None, None, None]);
    }

    // By hand: 4 and 6 days in the first stage, the third stay is not over.
    #[test]
    fn stays_that_are_over_have_their_days() {
        let way =
            visits(&[(0, "2026-01-01"), (1, "2026-01-05"), (0, "2026-01-10"), (2, "2026-01-16")]);
        assert_eq!(stages().days(&way, 0), [4, 6]);
        assert_eq!((stages().days(&way, 1), stages().days(&way, 2)), (vec![5], vec![]));
    }

    #[test]
    fn a_step_that_was_undone_was_none() {
        let way =
            visits(&[(0, "2026-01-01"), (1, "2026-01-05"), (0, "2026-01-01"), (2, "2026-01-07")]);
        let mut entered = Vec::new();
        way.iter().for_each(|it| enter(&mut entered, *it));
        assert_eq!(entered, [way[0], way[3]]);
    }

    fn flow(moved_on: u64, lost: u64, days: i64) -> Flow {
        let days = vec![days; (moved_on + lost) as usize];
        Flow { entered: moved_on + lost, moved_on, lost, days }
    }

    #[track_caller]
    fn check_narrow(flows: &[Flow], expect: Bottleneck) {
        assert_eq!(bottleneck(flows), expect);
    }

    #[test]
    fn a_narrow_stage_is_named_only_where_chance_would_not_do_it() {
        check_narrow(&[flow(90, 10, 5), flow(50, 40, 5), flow(45, 5, 5)], Bottleneck::Loses(1));
        check_narrow(&[flow(90, 10, 5), flow(80, 10, 30), flow(72, 8, 5)], Bottleneck::Slow(1));
        check_narrow(&[flow(90, 10, 5), flow(80, 10, 5), flow(72, 8, 5)], Bottleneck::None);
        check_narrow(&[flow(3, 1, 5), flow(1, 2, 5)], Bottleneck::TooFew);
        check_narrow(&[], Bottleneck::TooFew);
    }
}
