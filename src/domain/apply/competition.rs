//! The rules of competitors, of the reasons why deals are lost, and of what is said of a loss.

use super::{Context, check_name, lead_title};
use crate::domain::changes::Changes;
use crate::domain::competition::{Competitor, Rival, RivalResult};
use crate::domain::id::{CompetitorId, LeadId, LossReasonId, RivalId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::loss::{Debrief, LossReason};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// A competitor by name, with the id for one that is not known yet.
pub type Named = (CompetitorId, String);

pub(super) fn save_competitor(
    workspace: &Workspace,
    id: CompetitorId,
    competitor: &Competitor,
) -> Result<Changes, Rejection> {
    check_name(&workspace.competitors, id, &competitor.name, |it| &it.name)?;
    let mut changes = Changes::new(Label::CompetitorSaved(competitor.name.clone()));
    changes.put(workspace, id, competitor);
    Ok(changes)
}

pub(super) fn delete_competitor(
    workspace: &Workspace,
    id: CompetitorId,
) -> Result<Changes, Rejection> {
    let competitor = workspace.competitors.get(id).ok_or(Rejection::CompetitorGone)?;
    let mut changes = Changes::new(Label::CompetitorDeleted(competitor.name.clone()));
    for (rival, _) in workspace.rivals.iter().filter(|(_, it)| it.competitor == Some(id)) {
        changes.remove::<Rival>(workspace, rival);
    }
    let named = workspace.debriefs.iter().filter(|(_, it)| it.competitor == Some(id));
    for (debrief, said) in named {
        changes.put(workspace, debrief, &Debrief { competitor: None, ..said.clone() });
    }
    changes.remove::<Competitor>(workspace, id);
    Ok(changes)
}

/// Finds a competitor by name, or makes one.
fn competitor_of(
    workspace: &Workspace,
    changes: &mut Changes,
    (id, name): &Named,
    ctx: &Context,
) -> Option<CompetitorId> {
    let name = name.trim();
    let is_it = |it: &Competitor| it.name.to_lowercase() == name.to_lowercase();
    match workspace.competitors.iter().find(|(_, it)| is_it(it)) {
        _ if name.is_empty() => None,
        Some((known, _)) => Some(known),
        None => {
            let (name, seen_on) = (name.to_owned(), Some(ctx.today));
            changes.put(workspace, *id, &Competitor { name, seen_on, ..Competitor::default() });
            Some(*id)
        }
    }
}

pub(super) fn save_rival(
    workspace: &Workspace,
    id: RivalId,
    rival: &Rival,
    named: &Named,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.find(rival.lead).ok_or(Rejection::LeadGone)?;
    if rival.price.is_some_and(|it| it.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let title = lead_title(workspace, lead);
    let mut changes = Changes::new(Label::RivalSaved(named.1.trim().to_owned(), title));
    let competitor = competitor_of(workspace, &mut changes, named, ctx);
    let competitor = Some(competitor.ok_or(Rejection::NameMissing)?);
    let is_other = |(other, it): &(RivalId, &Rival)| {
        *other != id && it.lead == rival.lead && it.competitor == competitor
    };
    if workspace.rivals.iter().any(|it| is_other(&it)) {
        return Err(Rejection::NameTaken(named.1.trim().to_owned()));
    }
    changes.put(workspace, id, &Rival { competitor, ..rival.clone() });
    Ok(changes)
}

pub(super) fn delete_rival(workspace: &Workspace, id: RivalId) -> Result<Changes, Rejection> {
    let rival = workspace.rivals.get(id).ok_or(Rejection::CompetitorGone)?;
    let lead = workspace.leads.find(rival.lead).map(|it| lead_title(workspace, it));
    let name = workspace.competitors.find(rival.competitor).map(|it| it.name.clone());
    let label = Label::RivalDeleted(name.unwrap_or_default(), lead.unwrap_or_default());
    let mut changes = Changes::new(label);
    changes.remove::<Rival>(workspace, id);
    Ok(changes)
}

/// Keeps what was said of a loss; the competitor that got the deal stands on it from then on.
pub(super) fn save_debrief(
    workspace: &Workspace,
    id: LeadId,
    said: &Debrief,
    named: &Named,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    if said.price.is_some_and(|it| it.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let mut changes = Changes::new(Label::LossDebriefed(lead_title(workspace, lead)));
    let competitor = competitor_of(workspace, &mut changes, named, ctx);
    let day = said.day.unwrap_or(ctx.today);
    let said = Debrief { lead: Some(id), day: Some(day), competitor, ..said.clone() };
    if let Some(competitor) = competitor {
        let rival = Rival::id_of(workspace, id, competitor);
        let known = workspace.rivals.get(rival).cloned().unwrap_or_default();
        let (price, result) = (said.price.or(known.price), RivalResult::Won);
        let (lead, competitor) = (Some(id), Some(competitor));
        changes.put(workspace, rival, &Rival { lead, competitor, price, result, ..known });
    }
    if !said.reason.is_empty() {
        let loss_reason = said.reason.clone();
        changes.put(workspace, id, &Lead { loss_reason, ..lead.clone() });
    }
    let debrief = Debrief::id_of(id, day);
    if !said.is_blank() || workspace.debriefs.has(debrief) {
        changes.put(workspace, debrief, &said);
    }
    Ok(changes)
}

/// Sets the reasons in their order; what leads say is renamed with them.
pub(super) fn set_loss_reasons(
    workspace: &Workspace,
    reasons: &[(LossReasonId, String)],
    renamed: &[(String, String)],
) -> Result<Changes, Rejection> {
    if reasons.is_empty() {
        return Err(Rejection::LossReasonsNone);
    }
    let mut changes = Changes::new(Label::LossReasonsSet);
    for (place, (id, name)) in reasons.iter().enumerate() {
        let name = name.trim();
        if name.is_empty() {
            return Err(Rejection::NameMissing);
        }
        if reasons[..place].iter().any(|(_, it)| it.trim() == name) {
            return Err(Rejection::NameTaken(name.to_owned()));
        }
        let reason = LossReason { name: name.to_owned(), place: place as i64 };
        changes.put(workspace, *id, &reason);
    }
    let stays = |id| reasons.iter().any(|(it, _)| *it == id);
    for (id, _) in workspace.loss_reasons.iter().filter(|(id, _)| !stays(*id)) {
        changes.remove::<LossReason>(workspace, id);
    }
    let became = |said: &str| {
        let renaming = renamed.iter().find(|(from, _)| from == said);
        renaming.map(|(_, to)| to.trim().to_owned())
    };
    for (id, lead) in workspace.leads.iter() {
        if let Some(loss_reason) = became(&lead.loss_reason) {
            changes.put(workspace, id, &Lead { loss_reason, ..lead.clone() });
        }
    }
    for (id, said) in workspace.debriefs.iter() {
        if let Some(reason) = became(&said.reason) {
            changes.put(workspace, id, &Debrief { reason, ..said.clone() });
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::Day;
    use crate::domain::command::Command;
    use crate::domain::for_tests::put;
    use crate::domain::id::DebriefId;
    use crate::domain::money::{Currency, Money};
    use crate::domain::value::Value;

    const ACME: CompetitorId = CompetitorId::drawn(1);
    const LEAD: LeadId = LeadId::drawn(2);

    /// A lead that was lost for its price, and one competitor.
    fn board() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, ACME, &Competitor { name: "Acme".to_owned(), ..Competitor::default() });
        let (name, loss_reason) = ("Servers".to_owned(), "Price".to_owned());
        put(&mut workspace, LEAD, &Lead { name, loss_reason, ..Lead::default() });
        workspace
    }

    fn give(workspace: &Workspace, command: &Command) -> Result<Changes, Rejection> {
        apply(workspace, command, &Context { today: Day::EPOCH })
    }

    /// The values that are written to a field of a table.
    fn written(changes: &Changes, table: &str, field: &str) -> Vec<Value> {
        let of = changes.writes.iter().filter(|it| it.table.name() == table && it.field == field);
        of.map(|it| it.value.clone()).collect()
    }

    #[track_caller]
    fn check_debrief(named: &str, price: Option<i64>, expect: Result<[usize; 3], Rejection>) {
        let price = price.map(|minor| Money::new(minor, Currency::CNY));
        let said = Debrief { needed: "A demo".to_owned(), price, ..Debrief::default() };
        let named = (CompetitorId::drawn(9), named.to_owned());
        let changes = give(&board(), &Command::SaveDebrief(LEAD, Box::new(said), named));
        let made = |it: Changes| {
            ["competitors", "rivals", "debriefs"].map(|table| written(&it, table, "@").len())
        };
        assert_eq!(changes.map(made), expect);
    }

    #[test]
    fn a_debrief_finds_or_makes_the_competitor_and_puts_it_on_the_deal() {
        check_debrief("", None, Ok([0, 0, 1]));
        check_debrief(" acme ", Some(5), Ok([0, 1, 1]));
        check_debrief("Borealis", None, Ok([1, 1, 1]));
        check_debrief("Acme", Some(-1), Err(Rejection::AmountNegative));
    }

    #[track_caller]
    fn check_rival(named: &str, minor: i64, expect: Option<Rejection>) {
        let mut workspace = board();
        let known = Rival { lead: Some(LEAD), competitor: Some(ACME), ..Rival::default() };
        put(&mut workspace, RivalId::drawn(3), &known);
        let price = Some(Money::new(minor, Currency::CNY));
        let rival = Rival { lead: Some(LEAD), price, ..Rival::default() };
        let named = (CompetitorId::drawn(9), named.to_owned());
        let command = Command::SaveRival(RivalId::drawn(4), Box::new(rival), named);
        assert_eq!(give(&workspace, &command).err(), expect);
    }

    #[test]
    fn a_competitor_stands_on_a_deal_once() {
        check_rival("Borealis", 5, None);
        check_rival("ACME", 5, Some(Rejection::NameTaken("ACME".to_owned())));
        check_rival(" ", 5, Some(Rejection::NameMissing));
        check_rival("Borealis", -5, Some(Rejection::AmountNegative));
    }

    #[track_caller]
    fn check_reasons(names: &[&str], expect: Result<Vec<Value>, Rejection>) {
        let named =
            |(place, name): (usize, &&str)| (LossReasonId::drawn(place as u64), (*name).to_owned());
        let reasons = names.iter().enumerate().map(named).collect();
        let renamed = vec![("Price".to_owned(), "Too dear".to_owned())];
        let changes = give(&board(), &Command::SetLossReasons(reasons, renamed));
        assert_eq!(changes.map(|it| written(&it, "leads", "loss_reason")), expect);
    }

    #[test]
    fn leads_say_the_new_name_of_a_reason() {
        check_reasons(&["Too dear", "Timing"], Ok(vec![Value::text("Too dear")]));
        check_reasons(&[], Err(Rejection::LossReasonsNone));
        check_reasons(&["Timing", " "], Err(Rejection::NameMissing));
        check_reasons(&["A", "A "], Err(Rejection::NameTaken("A".to_owned())));
    }

    #[test]
    fn a_competitor_goes_from_its_deals_and_debriefs() {
        let mut workspace = board();
        let competitor = Some(ACME);
        put(&mut workspace, RivalId::drawn(3), &Rival { competitor, ..Rival::default() });
        put(&mut workspace, DebriefId::drawn(4), &Debrief { competitor, ..Debrief::default() });
        let changes = give(&workspace, &Command::DeleteCompetitor(ACME)).expect("changes");
        assert_eq!(written(&changes, "rivals", "@"), [Value::Bool(false)]);
        assert_eq!(written(&changes, "debriefs", "competitor"), [Value::Null]);
        assert_eq!(written(&changes, "competitors", "@"), [Value::Bool(false)]);
    }
}
