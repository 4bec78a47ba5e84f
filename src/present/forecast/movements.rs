//! What moved between two states of the leads, as steps from what was open to what is.

use std::collections::BTreeMap;

use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::moved::{self, Effect, Kind, Movement};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::chart::{Step, major, percent_steps};
use crate::present::goals::counts_for;
use crate::present::rates::conversion_notes;

/// What moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Open and won value before.
    pub before: (Money, Money),
    /// Open and won value after.
    pub after: (Money, Money),
    /// Every kind of change that there was.
    pub rows: Vec<MovedRow>,
    /// The rates that amounts are converted at, on both sides the same.
    pub rates: Rates,
    /// The leads of either state whose amounts are in another currency.
    pub conversion: Conversion,
}

/// One kind of change.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedRow {
    /// The kind.
    pub way: Way,
    /// The leads that changed so, each once.
    pub leads: Vec<LeadId>,
    /// What that did to the value of open leads.
    pub open: Money,
    /// And to that of won ones.
    pub won: Money,
}

/// A kind of change, told by its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It was not there before.
    New,
    /// It was closed and is open again.
    Reopened,
    /// It is worth more.
    Grown,
    /// It is worth less.
    Shrunk,
    /// It was won.
    Won,
    /// It was lost.
    Lost,
    /// It is not there any more.
    Gone,
    /// It closes earlier.
    Pulled,
    /// It closes later.
    Pushed,
    /// It came to a later stage.
    Forward,
    /// It went to an earlier one.
    Back,
    /// It came to a stage of another pipeline.
    Elsewhere,
    /// Somebody else works on it.
    Owner,
}

impl Way {
    /// Its name in the page, the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Way::New => "new",
            Way::Reopened => "reopened",
            Way::Grown => "grown",
            Way::Shrunk => "shrunk",
            Way::Won => "won",
            Way::Lost => "lost",
            Way::Gone => "gone",
            Way::Pulled => "pulled",
            Way::Pushed => "pushed",
            Way::Forward => "forward",
            Way::Back => "back",
            Way::Elsewhere => "elsewhere",
            Way::Owner => "owner",
        }
    }

    /// The name of the change.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Way::New => lang.moved_new(),
            Way::Reopened => lang.moved_reopened(),
            Way::Grown => lang.moved_grown(),
            Way::Shrunk => lang.moved_shrunk(),
            Way::Won => lang.moved_as_won(),
            Way::Lost => lang.moved_as_lost(),
            Way::Gone => lang.moved_gone(),
            Way::Pulled => lang.moved_pulled(),
            Way::Pushed => lang.moved_pushed(),
            Way::Forward => lang.moved_forward(),
            Way::Back => lang.moved_back(),
            Way::Elsewhere => lang.moved_elsewhere(),
            Way::Owner => lang.moved_owner(),
        }
    }
}

impl Moved {
    /// What moved between two states among the leads of a bearer; sums are in the currency that the
    /// rates are to.
    pub fn of(before: &Workspace, after: &Workspace, bearer: Bearer, rates: Rates) -> Moved {
        let currency = rates.home();
        let counts = |it: &Workspace, lead: &Lead| counts_for(it, lead, bearer);
        let mut by_way: BTreeMap<Way, Vec<Movement>> = BTreeMap::new();
        // The day on which a lead closed is told by its being won or lost.
        let is_told = |it: &Movement| {
            it.kind != Kind::CloseDate
                || after.leads.get(it.lead).is_some_and(|it| it.outcome(after) == Outcome::Open)
        };
        let movements = moved::moved(before, after, &counts, &rates);
        for movement in movements.into_iter().filter(is_told) {
            let way = way((before, after), &movement, currency);
            by_way.entry(way).or_default().push(movement);
        }
        let row = |(way, movements): (Way, Vec<Movement>)| {
            let effect = moved::explained(&movements).1;
            let (open, won) = (effect.open.of(currency), effect.won.of(currency));
            let leads = movements.iter().map(|it| it.lead).collect();
            MovedRow { way, leads, open, won }
        };
        let value = |it: &Workspace| {
            let value = moved::value(it, &counts, &rates);
            (value.open.of(currency), value.won.of(currency))
        };
        let mut conversion = Conversion::default();
        for state in [before, after] {
            let counted = state.leads.iter().filter(|(_, it)| counts(state, it));
            for (id, amount) in counted.filter_map(|(id, it)| Some((id, it.amount?))) {
                conversion.take(&rates, currency, (id, amount));
            }
        }
        Moved {
            before: value(before),
            after: value(after),
            rows: by_way.into_iter().map(row).collect(),
            rates,
            conversion,
        }
    }

    /// How amounts were converted, and how many leads are left out.
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        conversion_notes(lang, &self.conversion, &self.rates, self.rates.home())
    }

    /// The steps from what was open to what is: the changes that moved any of it, between both.
    pub fn steps(&self, lang: Lang) -> Vec<Step> {
        let moving = self.rows.iter().filter(|it| it.open.minor != 0);
        let steps: Vec<(String, f64)> =
            moving.map(|it| (it.way.words(lang).to_owned(), major(it.open))).collect();
        percent_steps(
            (lang.moved_before(), major(self.before.0)),
            &steps,
            (lang.moved_after(), major(self.after.0)),
        )
    }
}

/// In which direction a movement between two states goes; amounts are told in a currency.
pub fn way(
    (before, after): (&Workspace, &Workspace),
    movement: &Movement,
    currency: Currency,
) -> Way {
    let (was, is) = (before.leads.get(movement.lead), after.leads.get(movement.lead));
    match movement.kind {
        Kind::New => Way::New,
        Kind::Gone => Way::Gone,
        Kind::Won => Way::Won,
        Kind::Lost => Way::Lost,
        Kind::Reopened => Way::Reopened,
        Kind::Owner => Way::Owner,
        Kind::Amount => {
            // Of a lead that is counted what it does to the sums; of a lost one its amounts tell.
            let Effect { open, won } = &movement.effect;
            let moved = open.of(currency).minor.saturating_add(won.of(currency).minor);
            let minor = |it: Option<&Lead>| it?.amount.map(|it| it.minor);
            let is_less = if moved == 0 { minor(is) < minor(was) } else { moved < 0 };
            if is_less { Way::Shrunk } else { Way::Grown }
        }
        Kind::CloseDate => {
            // A lead without a day closes at some time after all others.
            let day = |it: Option<&Lead>| it.and_then(|it| it.closes).ok_or(());
            if day(is) < day(was) { Way::Pulled } else { Way::Pushed }
        }
        Kind::Stage => {
            let (was, is) = (was.and_then(|it| it.stage), is.and_then(|it| it.stage));
            let pipeline = |it: &Workspace, stage| it.stages.find(stage).and_then(|it| it.pipeline);
            if pipeline(before, was) != pipeline(after, is) {
                // Stages of two pipelines are neither before nor after each other.
                Way::Elsewhere
            } else if lies_before((before, after), is, was) {
                Way::Back
            } else {
                Way::Forward
            }
        }
    }
}

/// Whether a stage of the later state lies before one of the earlier, in the order of a state that
/// knows both: two files may each have stages that the other has not, and count them differently.
fn lies_before(
    (before, after): (&Workspace, &Workspace),
    is: Option<StageId>,
    was: Option<StageId>,
) -> bool {
    let place = |workspace: &Workspace, stage: Option<StageId>| {
        workspace.stages.find(stage).map(|it| it.place)
    };
    let by = |workspace| Some(place(workspace, is)? < place(workspace, was)?);
    let known = by(after).or_else(|| by(before));
    known.unwrap_or_else(|| place(after, is) < place(before, was))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pipeline::Stage;
    use crate::present::for_tests::*;

    // The older file has only the later of two stages, as its first; the newer file has both.
    #[test]
    fn a_stage_lies_where_a_state_that_knows_both_has_it() {
        let stage = |place| Stage { pipeline: Some(PIPELINE), place, ..Stage::default() };
        let (mut before, mut after) = (team(), team());
        put(&mut after, OPEN, &stage(5));
        let earlier = StageId::drawn(9);
        put(&mut after, earlier, &stage(4));
        lead(&mut before, 1, Some(ANN), OPEN, 100, "2026-12-01");
        lead(&mut after, 1, Some(ANN), earlier, 100, "2026-12-01");
        let ways = |before: &Workspace, after: &Workspace| {
            let moved = Moved::of(before, after, Bearer::Company, Rates::none(Currency::CNY));
            moved.rows.iter().map(|it| it.way).collect::<Vec<_>>()
        };
        assert_eq!(ways(&before, &after), [Way::Back]);
        assert_eq!(ways(&after, &before), [Way::Forward]);
    }

    #[test]
    fn steps_lead_from_what_was_open_to_what_is() {
        let mut before = team();
        lead(&mut before, 1, Some(ANN), OPEN, 100, "2026-12-01");
        lead(&mut before, 2, Some(ANN), OPEN, 50, "2026-12-01");
        lead(&mut before, 3, Some(BOB), OPEN, 30, "2026-12-01");
        let mut after = before.clone();
        lead(&mut after, 1, Some(ANN), WON, 100, "2026-11-20");
        lead(&mut after, 2, Some(BOB), OPEN, 40, "2026-12-24");
        lead(&mut after, 4, Some(BOB), OPEN, 70, "");
        let moved = Moved::of(&before, &after, Bearer::Company, Rates::none(Currency::CNY));
        let rows: Vec<(Way, usize, i64, i64)> = moved
            .rows
            .iter()
            .map(|it| (it.way, it.leads.len(), it.open.minor / 100, it.won.minor / 100))
            .collect();
        let expect = [
            (Way::New, 1, 70, 0),
            (Way::Shrunk, 1, -10, 0),
            (Way::Won, 1, -100, 100),
            (Way::Pushed, 1, 0, 0),
            (Way::Owner, 1, 0, 0),
        ];
        assert_eq!(rows, expect);
        assert_eq!((moved.before.0, moved.after.0), (yuan_of(180), yuan_of(140)));
        let steps = moved.steps(Lang::En);
        assert_eq!(steps.len(), 5);
        assert_eq!(steps.last().map(|it| (it.start, it.length)), Some((0.0, steps[4].length)));
    }
}
