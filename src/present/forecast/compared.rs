//! Two states of the leads with what moved between them, lead by lead.

use std::collections::BTreeMap;

use super::movements::{Moved, MovedRow, Way};
use crate::domain::apply::lead_title;
use crate::domain::goal::Bearer;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// How often leads were put off to a later day, as far as the history tells.
pub type Pushes = BTreeMap<LeadId, u32>;

/// Two states, and what moved between them.
#[derive(Debug)]
pub struct Compared {
    /// What moved.
    pub moved: Moved,
    before: Workspace,
    after: Workspace,
    pushes: Pushes,
}

impl PartialEq for Compared {
    /// Each is worked out anew: two are the same where they are one.
    fn eq(&self, other: &Compared) -> bool {
        std::ptr::eq(self, other)
    }
}

/// One lead that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedLine {
    /// What the lead is called.
    pub name: String,
    /// Whose it is, and from what to what it changed.
    pub detail: String,
    /// What it is worth now, or was worth where it is gone.
    pub amount: String,
}

impl Compared {
    /// Compares two states for a bearer; sums are in the currency that the rates are to.
    pub fn new(
        (before, after): (Workspace, Workspace),
        bearer: Bearer,
        rates: Rates,
        pushes: Pushes,
    ) -> Compared {
        let moved = Moved::of(&before, &after, bearer, rates);
        Compared { moved, before, after, pushes }
    }

    /// Compares two exported files at the rates that the team has stated. Sums are in the currency
    /// that most of the newer one's leads are in; in the team's own where files have several and
    /// that one can be converted.
    pub fn of_files(states: (Workspace, Workspace), rates: Rates) -> Compared {
        let currency = usual_currency(&states.1).unwrap_or_else(|| states.1.settings().currency());
        let is_mixed = [&states.0, &states.1].into_iter().any(|it| {
            it.leads.values().filter_map(|it| it.amount).any(|it| it.currency != currency)
        });
        let can_be = currency == rates.home() || (is_mixed && rates.of(currency).is_some());
        let rates = if can_be { rates } else { Rates::none(currency) };
        Compared::new(states, Bearer::Company, rates, Pushes::new())
    }

    /// The row of a kind of change; none where nothing changed so.
    pub fn row(&self, way: Way) -> Option<&MovedRow> {
        self.moved.rows.iter().find(|it| it.way == way)
    }

    /// A lead that changed in some way; none where it is in neither state.
    pub fn line(&self, lang: Lang, way: Way, id: LeadId) -> Option<MovedLine> {
        let (was, is) = (self.before.leads.get(id), self.after.leads.get(id));
        let (workspace, lead) = match is {
            Some(is) => (&self.after, is),
            None => (&self.before, was?),
        };
        let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
        let change = self.change(lang, way, was, is);
        let pushed = (way == Way::Pushed).then(|| self.pushes.get(&id)).flatten();
        let pushed = pushed.map(|times| lang.moved_pushed_times(*times as usize));
        let parts: Vec<String> = [owner, change, pushed].into_iter().flatten().collect();
        Some(MovedLine {
            name: lead_title(workspace, lead),
            detail: parts.join(" · "),
            amount: lead.amount.map(|it| format::money(lang, it)).unwrap_or_default(),
        })
    }

    /// From what to what a lead changed; none where the kind of change says it all.
    fn change(
        &self,
        lang: Lang,
        way: Way,
        was: Option<&Lead>,
        is: Option<&Lead>,
    ) -> Option<String> {
        let stage = |workspace: &Workspace, lead: &Lead| {
            workspace.stages.find(lead.stage).map(|it| it.name.clone())
        };
        let owner = |workspace: &Workspace, lead: &Lead| {
            workspace.people.find(lead.owner).map(|it| it.name.clone())
        };
        let amount = |_: &Workspace, lead: &Lead| lead.amount.map(|it| format::money(lang, it));
        let day = |_: &Workspace, lead: &Lead| lead.closes.map(|it| format::day(lang, it));
        let read: &dyn Fn(&Workspace, &Lead) -> Option<String> = match way {
            Way::New | Way::Gone => return None,
            Way::Grown | Way::Shrunk => &amount,
            Way::Pulled | Way::Pushed => &day,
            Way::Owner => &owner,
            Way::Won | Way::Lost | Way::Reopened | Way::Forward | Way::Back | Way::Elsewhere => {
                &stage
            }
        };
        let nothing = || lang.moved_nothing_there().to_owned();
        let from = read(&self.before, was?).unwrap_or_else(nothing);
        let to = read(&self.after, is?).unwrap_or_else(nothing);
        Some(lang.moved_change(&from, &to))
    }
}

/// The currency that most leads are in; none where no lead has an amount.
fn usual_currency(workspace: &Workspace) -> Option<Currency> {
    let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
    let amounts = workspace.leads.values().filter_map(|it| it.amount);
    for currency in amounts.map(|it| it.currency) {
        *counts.entry(currency).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(currency, _)| currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{PersonId, StageId};
    use crate::present::for_tests::*;

    fn with(owner: PersonId, stage: StageId, yuan: i64, closes: &str) -> Workspace {
        let mut board = team();
        lead(&mut board, 1, Some(owner), stage, yuan, closes);
        board
    }

    /// What is said of the only lead that changed so; it was put off three times before.
    #[track_caller]
    fn check(after: Workspace, way: Way, expect: &str) {
        let states = (with(ANN, OPEN, 100, "2026-12-01"), after);
        let pushes = [(LeadId::drawn(1), 3)].into();
        let compared = Compared::new(states, Bearer::Company, Rates::none(Currency::CNY), pushes);
        let leads = compared.row(way).map(|it| it.leads.clone()).unwrap_or_default();
        let lines = leads.iter().filter_map(|it| compared.line(Lang::En, way, *it));
        let found: Vec<String> = lines.map(|it| [it.detail, it.amount].join(" | ")).collect();
        assert_eq!(found, [expect]);
    }

    #[test]
    fn a_lead_that_moved_says_whose_it_is_and_from_what_to_what() {
        check(with(ANN, OPEN, 120, "2026-12-01"), Way::Grown, "Ann · CN¥100 → CN¥120 | CN¥120");
        check(with(BOB, OPEN, 100, "2026-12-01"), Way::Owner, "Bob · Ann → Bob | CN¥100");
        check(with(ANN, WON, 100, "2026-11-20"), Way::Won, "Ann · open → won | CN¥100");
        check(
            with(ANN, OPEN, 100, "2026-11-01"),
            Way::Pulled,
            "Ann · 1 Dec 2026 → 1 Nov 2026 | CN¥100",
        );
        check(team(), Way::Gone, "Ann | CN¥100");
    }

    #[test]
    fn what_is_put_off_says_how_often_it_was() {
        for (day, told) in [("2027-01-15", "15 Jan 2027"), ("", "nothing")] {
            let expect = ["Ann · 1 Dec 2026 → ", told, " · put off so far: 3 | CN¥100"].concat();
            check(with(ANN, OPEN, 100, day), Way::Pushed, &expect);
        }
    }

    /// Sums and notes of files of 100 yuan, and 10 dollars in one lead or in three, where a dollar
    /// is seven yuan or nothing is stated.
    #[track_caller]
    fn check_files(dollars: u64, is_stated: bool, expect: (&str, &[&str])) {
        use crate::domain::money::Money;
        use crate::domain::rates::Rate;
        let mut older = with(ANN, OPEN, 100, "2026-12-01");
        lead(&mut older, 20, Some(ANN), OPEN, 0, "2026-12-01");
        let mut newer = older.clone();
        for number in 0..dollars {
            let amount = Some(Money::new(1_000, Currency::USD));
            let lead = Lead { amount, stage: Some(OPEN), ..Lead::default() };
            put(&mut newer, LeadId::drawn(2 + number), &lead);
        }
        let mut board = team();
        let rate = Rate {
            currency: Some(Currency::USD),
            home: Some(Currency::CNY),
            day: Some(day("2026-11-02")),
            units: None,
            millionths: 7_000_000,
        };
        if is_stated {
            put(&mut board, rate.id(), &rate);
        }
        let states = (older, newer);
        let moved = Compared::of_files(states, Rates::latest(&board)).moved;
        let notes = moved.notes(Lang::En);
        assert_eq!(
            (&*format::money(Lang::En, moved.after.0), notes.len()),
            (expect.0, expect.1.len())
        );
        assert!(notes.iter().zip(expect.1).all(|(it, part)| it.contains(part)), "{notes:?}");
    }

    #[test]
    fn amounts_in_other_currencies_are_converted_or_told_to_be_left_out() {
        check_files(1, true, ("CN¥170", &["1 USD on 2 Nov 2026 = 7 CNY (leads: 1)"]));
        check_files(1, false, ("CN¥100", &["no rate to CNY is stated: USD (leads: 1)"]));
        check_files(3, true, ("CN¥310", &["(leads: 3)"]));
        check_files(3, false, ("$30", &["no rate to USD is stated: CNY (leads: 2)"]));
    }

    #[test]
    fn files_are_compared_in_the_currency_of_most_leads() {
        let mut newer = with(ANN, OPEN, 100, "2026-12-01");
        assert_eq!(usual_currency(&Workspace::default()), None);
        assert_eq!(usual_currency(&newer), Some(Currency::CNY));
        for number in 2..4 {
            let amount = Some(crate::domain::money::Money::new(1, Currency::USD));
            let dollars = Lead { amount, ..Lead::default() };
            put(&mut newer, LeadId::drawn(number), &dollars);
        }
        assert_eq!(usual_currency(&newer), Some(Currency::USD));
    }
}
