//! What was said of losses, as people read and correct it.

use super::format;
use super::price::PriceDraft;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::loss::Debrief;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that it is read from.
pub const LOSS_TABLES: [Table; 4] =
    [Table::Debriefs, Table::Competitors, Table::Leads, Table::Stages];

/// What was said of one loss; empty where nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossNote {
    /// The day, and why.
    pub heading: String,
    /// Who got it, at what price.
    pub lost_to: String,
    /// What would have won it.
    pub needed: String,
    /// What is done otherwise from now on.
    pub lesson: String,
}

/// A lead's debriefs, the latest first.
fn debriefs(workspace: &Workspace, lead: LeadId) -> Vec<&Debrief> {
    let own = workspace.debriefs.values().filter(|it| it.lead == Some(lead));
    let mut own: Vec<&Debrief> = own.collect();
    arrange::by_key(&mut own, |it| std::cmp::Reverse(it.day));
    own
}

/// What was said of a lead's losses, the latest first; of a lost lead of which nothing was said,
/// nothing. `None` where it is not lost and never was.
pub fn loss_notes(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    id: LeadId,
) -> Option<Vec<LossNote>> {
    let lead = workspace.leads.get(id)?;
    let said = debriefs(workspace, id);
    let is_lost = lead.outcome(workspace) == Outcome::Lost;
    let note = |it: &&Debrief| {
        let day = it.day.map(|it| format::day_near(lang, it, today));
        let why = Some(it.reason.clone()).filter(|it| !it.is_empty());
        let name = workspace.competitors.find(it.competitor).map(|it| it.name.clone());
        let price = it.price.map(|it| format::money(lang, it));
        LossNote {
            heading: joined([day, why]),
            lost_to: joined([name, price]),
            needed: it.needed.clone(),
            lesson: it.lesson.clone(),
        }
    };
    (is_lost || !said.is_empty()).then(|| said.iter().map(note).collect())
}

fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was learnt from the latest loss of a lead: the lesson, or else what would have won it.
pub fn learnt(workspace: &Workspace, lead: LeadId) -> Option<String> {
    let said = debriefs(workspace, lead);
    let latest = said.first()?;
    [&latest.lesson, &latest.needed].into_iter().find(|it| !it.is_empty()).cloned()
}

/// What is said of a loss while it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LossDraft {
    /// Everything but the competitor and its price.
    pub said: Debrief,
    /// Who got it, by name.
    pub competitor: String,
    /// At what price.
    pub price: PriceDraft,
}

/// What was said of the loss of a lead that is lost, or nothing yet. A lead that was lost without a
/// word is spoken of as of the day it closed.
pub fn loss_draft(workspace: &Workspace, id: LeadId) -> LossDraft {
    let lead = workspace.leads.get(id).cloned().unwrap_or_default();
    let Lead { amount, closes, loss_reason, .. } = lead;
    let of_this_loss = |it: &&&Debrief| closes.is_none() || it.day == closes;
    let known = debriefs(workspace, id).iter().find(of_this_loss).map(|it| (**it).clone());
    let reason = loss_reason;
    let said = known.unwrap_or(Debrief { day: closes, reason, ..Debrief::default() });
    let currency = amount.map_or(workspace.settings().currency(), |it| it.currency);
    LossDraft {
        competitor: workspace
            .competitors
            .find(said.competitor)
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        price: PriceDraft::of(said.price, currency),
        said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competition::Competitor;
    use crate::domain::for_tests::day;
    use crate::domain::id::CompetitorId;
    use crate::domain::money::{Currency, Money};
    use crate::present::for_tests::{LOST, OPEN, lead, put, team};

    const LEAD: LeadId = LeadId::drawn(1);

    /// A lead that was lost twice; of the second time nothing was said.
    fn lost_twice() -> Workspace {
        let mut workspace = team();
        lead(&mut workspace, 1, None, LOST, 900, "2026-11-20");
        let rival = CompetitorId::drawn(7);
        put(
            &mut workspace,
            rival,
            &Competitor { name: "Borealis".to_owned(), ..Competitor::default() },
        );
        let said = Debrief {
            lead: Some(LEAD),
            day: Some(day("2026-05-02")),
            reason: "Price".to_owned(),
            competitor: Some(rival),
            price: Some(Money::new(80_000, Currency::CNY)),
            needed: "A trial".to_owned(),
            lesson: String::new(),
        };
        put(&mut workspace, Debrief::id_of(LEAD, day("2026-05-02")), &said);
        workspace
    }

    #[test]
    fn what_was_said_of_a_loss_can_be_read() {
        let workspace = lost_twice();
        let notes = loss_notes(&workspace, Lang::En, day("2026-11-29"), LEAD).expect("a loss");
        let [note] = notes.as_slice() else { panic!("one note: {notes:?}") };
        assert!(note.heading.ends_with(" · Price"), "{}", note.heading);
        assert_eq!((&*note.lost_to, &*note.needed), ("Borealis · CN¥800", "A trial"));
        assert_eq!(learnt(&workspace, LEAD).as_deref(), Some("A trial"));
    }

    #[test]
    fn a_loss_without_a_word_is_spoken_of_as_of_the_day_it_closed() {
        let draft = loss_draft(&lost_twice(), LEAD);
        assert_eq!((draft.said.day, &*draft.competitor), (Some(day("2026-11-20")), ""));
    }

    #[test]
    fn an_open_lead_that_never_was_lost_has_no_debrief() {
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 900, "");
        assert_eq!(loss_notes(&workspace, Lang::En, day("2026-11-29"), LEAD), None);
    }
}
