//! What moved between two states of the leads, and how that explains the change of open and won
//! value.
//!
//! A lead that differs has a movement for each way in which it does. Together they lead from the
//! one state to the other: first its amount changes where it lies, then it moves between open,
//! won and lost with the new amount; other changes move no value. So the effects of all movements
//! add up to the whole difference, per currency and to the minor unit. Amounts are converted at the
//! same rates on both sides before anything is added, so that no movement comes of a rate.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::id::LeadId;
use super::lead::Lead;
use super::money::{Money, Sums};
use super::pipeline::Outcome;
use super::rates::Rates;
use super::workspace::Workspace;

/// A way in which a lead differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It was not there before.
    New,
    /// It is not there any more.
    Gone,
    /// It was won.
    Won,
    /// It was lost, or what was won is lost after all.
    Lost,
    /// It was closed and is open again.
    Reopened,
    /// It is worth more or less.
    Amount,
    /// It closes earlier or later.
    CloseDate,
    /// It came to another stage of the same outcome.
    Stage,
    /// Somebody else works on it.
    Owner,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Kind; 9] = [
        Kind::New,
        Kind::Gone,
        Kind::Won,
        Kind::Lost,
        Kind::Reopened,
        Kind::Amount,
        Kind::CloseDate,
        Kind::Stage,
        Kind::Owner,
    ];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::New => "new",
            Kind::Gone => "gone",
            Kind::Won => "won",
            Kind::Lost => "lost",
            Kind::Reopened => "reopened",
            Kind::Amount => "amount",
            Kind::CloseDate => "close_date",
            Kind::Stage => "stage",
            Kind::Owner => "owner",
        })
    }
}

/// What movements do to the sums of leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// To the value of open leads.
    pub open: Sums,
    /// To the value of won leads.
    pub won: Sums,
}

impl Effect {
    /// Adds an amount to where leads of an outcome are counted; lost ones count nowhere.
    fn add(&mut self, outcome: Outcome, amount: Option<Money>) {
        match (outcome, amount) {
            (Outcome::Open, Some(amount)) => self.open.add(amount),
            (Outcome::Won, Some(amount)) => self.won.add(amount),
            _ => {}
        }
    }

    /// Takes an amount away from there.
    fn take(&mut self, outcome: Outcome, amount: Option<Money>) {
        let less = |it: Money| Money::new(it.minor.saturating_neg(), it.currency);
        self.add(outcome, amount.map(less));
    }

    /// Adds another effect.
    fn extend(&mut self, other: &Effect) {
        other.open.iter().for_each(|it| self.open.add(it));
        other.won.iter().for_each(|it| self.won.add(it));
    }
}

/// One way in which one lead differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The lead.
    pub lead: LeadId,
    /// How it differs.
    pub kind: Kind,
    /// What that does to the sums.
    pub effect: Effect,
}

/// Which leads are looked at in a state, such as those of a team.
pub type Counts<'a> = &'a dyn Fn(&Workspace, &Lead) -> bool;

/// Every way in which a lead differs between two states, lead by lead. A lead that counts on one
/// side alone came or went with its owner, with all that it is worth there. Amounts without a rate
/// stay in their currency.
pub fn moved(
    before: &Workspace,
    after: &Workspace,
    counts: Counts<'_>,
    rates: &Rates,
) -> Vec<Movement> {
    let there = |workspace, lead| there(workspace, lead, counts, rates);
    let leads: BTreeSet<LeadId> =
        before.leads.iter().chain(after.leads.iter()).map(|(id, _)| id).collect();
    let of_lead = |lead: LeadId| {
        let found = match (there(before, lead), there(after, lead)) {
            (Some(before), Some(after)) => match (before.counts, after.counts) {
                (true, true) => differences(&before, &after),
                (false, true) => vec![came(Kind::Owner, &after)],
                (true, false) => vec![went(Kind::Owner, &before)],
                (false, false) => Vec::new(),
            },
            (None, Some(after)) if after.counts => vec![came(Kind::New, &after)],
            (Some(before), None) if before.counts => vec![went(Kind::Gone, &before)],
            _ => Vec::new(),
        };
        found.into_iter().map(move |(kind, effect)| Movement { lead, kind, effect })
    };
    leads.into_iter().flat_map(of_lead).collect()
}

/// The open and won value of the leads that count, converted where there are rates.
pub fn value(workspace: &Workspace, counts: Counts<'_>, rates: &Rates) -> Effect {
    let mut value = Effect::default();
    for lead in workspace.leads.values().filter(|it| counts(workspace, it)) {
        value.add(lead.outcome(workspace), converted(lead, rates));
    }
    value
}

/// A lead as it stands in a state.
struct There<'a> {
    lead: &'a Lead,
    outcome: Outcome,
    counts: bool,
    /// Its amount, converted where there is a rate.
    amount: Option<Money>,
}

fn there<'a>(
    workspace: &'a Workspace,
    lead: LeadId,
    counts: Counts<'_>,
    rates: &Rates,
) -> Option<There<'a>> {
    let lead = workspace.leads.get(lead)?;
    let (outcome, amount) = (lead.outcome(workspace), converted(lead, rates));
    Some(There { lead, outcome, counts: counts(workspace, lead), amount })
}

fn converted(lead: &Lead, rates: &Rates) -> Option<Money> {
    lead.amount.map(|it| rates.convert(it).unwrap_or(it))
}

/// The effects of movements by their kind, and together.
pub fn explained(movements: &[Movement]) -> (BTreeMap<Kind, Effect>, Effect) {
    let mut by_kind: BTreeMap<Kind, Effect> = BTreeMap::new();
    let mut together = Effect::default();
    for movement in movements {
        by_kind.entry(movement.kind).or_default().extend(&movement.effect);
        together.extend(&movement.effect);
    }
    (by_kind, together)
}

fn came(kind: Kind, it: &There<'_>) -> (Kind, Effect) {
    let mut effect = Effect::default();
    effect.add(it.outcome, it.amount);
    (kind, effect)
}

fn went(kind: Kind, it: &There<'_>) -> (Kind, Effect) {
    let mut effect = Effect::default();
    effect.take(it.outcome, it.amount);
    (kind, effect)
}

fn differences(before: &There<'_>, after: &There<'_>) -> Vec<(Kind, Effect)> {
    let (was, is) = (before.outcome, after.outcome);
    let (amount_before, amount_after) = (before.amount, after.amount);
    let (before, after) = (before.lead, after.lead);
    let mut found = Vec::new();
    if before.amount != after.amount {
        let mut effect = Effect::default();
        effect.take(was, amount_before);
        effect.add(was, amount_after);
        found.push((Kind::Amount, effect));
    }
    if was != is {
        let kind = match is {
            Outcome::Open => Kind::Reopened,
            Outcome::Won => Kind::Won,
            Outcome::Lost => Kind::Lost,
        };
        let mut effect = Effect::default();
        effect.take(was, amount_after);
        effect.add(is, amount_after);
        found.push((kind, effect));
    }
    let without_value = [
        (Kind::CloseDate, before.closes != after.closes),
        (Kind::Stage, was == is && before.stage != after.stage),
        (Kind::Owner, before.owner != after.owner),
    ];
    let differing = without_value.into_iter().filter(|(_, differs)| *differs);
    found.extend(differing.map(|(kind, _)| (kind, Effect::default())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{PersonId, StageId};
    use crate::domain::money::Currency;
    use crate::domain::pipeline::Stage;
    use crate::domain::rates::Rate;
    use proptest::prelude::*;

    const STAGES: [(&str, Outcome); 5] = [
        ("first", Outcome::Open),
        ("second", Outcome::Open),
        ("won", Outcome::Won),
        ("lost", Outcome::Lost),
        ("dropped", Outcome::Lost),
    ];

    fn all(_: &Workspace, _: &Lead) -> bool {
        true
    }

    fn lead(stage: usize, minor: i64) -> Lead {
        let amount = Some(Money::new(minor, Currency::CNY));
        Lead { stage: Some(StageId::of_key(STAGES[stage].0)), amount, ..Lead::default() }
    }

    fn board(leads: &[(u64, Lead)]) -> Workspace {
        let mut board = Workspace::default();
        for (name, outcome) in STAGES {
            let stage = Stage { outcome, ..Stage::default() };
            put(&mut board, StageId::of_key(name), &stage);
        }
        leads.iter().for_each(|(id, lead)| put(&mut board, LeadId::drawn(*id), lead));
        board
    }

    /// The kinds of movement of one lead with what each does to open and won value.
    #[track_caller]
    fn check(before: Option<Lead>, after: Option<Lead>, expect: &[(Kind, i64, i64)]) {
        let with =
            |lead: Option<Lead>| board(&lead.map(|it| (1, it)).into_iter().collect::<Vec<_>>());
        let found = moved(&with(before), &with(after), &all, &Rates::none(Currency::CNY));
        let minor = |sums: &Sums| sums.of(Currency::CNY).minor;
        let found: Vec<(Kind, i64, i64)> = found
            .iter()
            .map(|it| (it.kind, minor(&it.effect.open), minor(&it.effect.won)))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn each_difference_has_its_kind_and_its_effect() {
        check(None, Some(lead(0, 10)), &[(Kind::New, 10, 0)]);
        check(None, Some(lead(2, 10)), &[(Kind::New, 0, 10)]);
        check(Some(lead(1, 10)), None, &[(Kind::Gone, -10, 0)]);
        check(Some(lead(0, 10)), Some(lead(0, 10)), &[]);
        check(Some(lead(0, 10)), Some(lead(0, 15)), &[(Kind::Amount, 5, 0)]);
        check(Some(lead(0, 10)), Some(lead(1, 10)), &[(Kind::Stage, 0, 0)]);
        check(Some(lead(0, 10)), Some(lead(2, 10)), &[(Kind::Won, -10, 10)]);
        check(Some(lead(0, 10)), Some(lead(2, 15)), &[(Kind::Amount, 5, 0), (Kind::Won, -15, 15)]);
        check(Some(lead(2, 10)), Some(lead(3, 10)), &[(Kind::Lost, 0, -10)]);
        check(
            Some(lead(3, 10)),
            Some(lead(0, 12)),
            &[(Kind::Amount, 0, 0), (Kind::Reopened, 12, 0)],
        );
        check(Some(lead(3, 10)), Some(lead(4, 10)), &[(Kind::Stage, 0, 0)]);
    }

    #[test]
    fn days_and_owners_move_no_value() {
        let before = lead(0, 10);
        let owner = Some(PersonId::of_key("somebody"));
        let after = Lead { closes: Some(day("2026-12-01")), owner, ..before.clone() };
        check(Some(before), Some(after), &[(Kind::CloseDate, 0, 0), (Kind::Owner, 0, 0)]);
    }

    /// What a change of owner from `was` to `is` does to the value of Ann's open leads, where she
    /// has none but this, worth 10 before and 12 after.
    #[track_caller]
    fn check_of_ann(was: &str, is: &str, expect: &[(Kind, i64)]) {
        let ann = Some(PersonId::of_key("ann"));
        let of =
            |owner: &str, minor| Lead { owner: Some(PersonId::of_key(owner)), ..lead(0, minor) };
        let (before, after) = (board(&[(1, of(was, 10))]), board(&[(1, of(is, 12))]));
        let rates = Rates::none(Currency::CNY);
        let found = moved(&before, &after, &|_, lead| lead.owner == ann, &rates);
        let found = found.iter().map(|it| (it.kind, it.effect.open.of(Currency::CNY).minor));
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_lead_comes_and_goes_with_its_owner() {
        check_of_ann("bob", "ann", &[(Kind::Owner, 12)]);
        check_of_ann("ann", "bob", &[(Kind::Owner, -10)]);
        check_of_ann("ann", "ann", &[(Kind::Amount, 2)]);
        check_of_ann("bob", "bob", &[]);
    }

    /// Rates to the yuan with that of the dollar, where it is stated.
    fn rates(millionths: Option<i64>) -> Rates {
        let mut board = Workspace::default();
        if let Some(millionths) = millionths {
            let (currency, home) = (Some(Currency::USD), Some(Currency::CNY));
            let day = Some(day("2026-11-02"));
            let rate = Rate { currency, home, day, units: None, millionths };
            put(&mut board, rate.id(), &rate);
        }
        Rates::latest(&board)
    }

    #[test]
    fn a_lead_that_only_changes_its_currency_moves_what_the_rate_says() {
        let dollars = Lead { amount: Some(Money::new(10, Currency::USD)), ..lead(0, 0) };
        let (before, after) = (board(&[(1, dollars)]), board(&[(1, lead(0, 75))]));
        let found = moved(&before, &after, &all, &rates(Some(7_000_000)));
        let open: Vec<i64> =
            found.iter().map(|it| it.effect.open.of(Currency::CNY).minor).collect();
        assert_eq!(open, [5]);
    }

    fn any_leads() -> impl Strategy<Value = Vec<(u64, Lead)>> {
        let amount = prop::option::of((
            0_i64..1_000,
            prop::sample::select(vec![Currency::CNY, Currency::USD]),
        ));
        let any = (0_u64..12, 0_usize..STAGES.len(), amount, prop::option::of(0_u64..3));
        let lead = any.prop_map(|(id, stage, amount, owner)| {
            let amount = amount.map(|(minor, currency)| Money::new(minor, currency));
            (id, Lead { amount, owner: owner.map(PersonId::drawn), ..lead(stage, 0) })
        });
        prop::collection::vec(lead, 0..12)
    }

    proptest! {
        /// What was, and all that moved, is what is: in every currency, for all and for one owner,
        /// with a rate and without.
        #[test]
        fn movements_explain_the_whole_difference(
            before in any_leads(),
            after in any_leads(),
            owner in prop::option::of(0_u64..3),
            millionths in prop::option::of(1_i64..9_999_999),
        ) {
            let (before, after) = (board(&before), board(&after));
            let owner = owner.map(PersonId::drawn);
            let counts = |_: &Workspace, lead: &Lead| owner.is_none() || lead.owner == owner;
            let rates = rates(millionths);
            let (by_kind, together) = explained(&moved(&before, &after, &counts, &rates));
            let mut found = value(&before, &counts, &rates);
            found.extend(&together);
            let mut summed = value(&before, &counts, &rates);
            by_kind.values().for_each(|it| summed.extend(it));
            let value = value(&after, &counts, &rates);
            prop_assert!(millionths.is_none() || value.open.of(Currency::USD).minor == 0);
            for currency in [Currency::CNY, Currency::USD] {
                let expect = (value.open.of(currency), value.won.of(currency));
                prop_assert_eq!((found.open.of(currency), found.won.of(currency)), expect);
                prop_assert_eq!((summed.open.of(currency), summed.won.of(currency)), expect);
            }
        }

        #[test]
        fn what_is_equal_did_not_move(leads in any_leads()) {
            let rates = Rates::none(Currency::CNY);
            prop_assert_eq!(moved(&board(&leads), &board(&leads), &all, &rates), []);
        }
    }
}
