//! How a label is stored: a code and its parts.

use super::Label;

impl Label {
    /// The stored form: a code, then its parts.
    pub fn to_parts(&self) -> Vec<String> {
        let (code, parts): (&str, &[&String]) = match self {
            Label::LeadAdded(name) => ("lead.added", &[name]),
            Label::LeadEdited(name) => ("lead.edited", &[name]),
            Label::LeadMoved(name, stage) => ("lead.moved", &[name, stage]),
            Label::LeadDeleted(name) => ("lead.deleted", &[name]),
            Label::LineSaved(name, lead) => ("line.saved", &[name, lead]),
            Label::LineRemoved(name, lead) => ("line.removed", &[name, lead]),
            Label::AmountByLines(name) => ("amount.lines", &[name]),
            Label::AmountByHand(name) => ("amount.hand", &[name]),
            Label::PipelineAdded(name) => ("pipeline.added", &[name]),
            Label::PipelineRenamed(name) => ("pipeline.renamed", &[name]),
            Label::PipelinesArranged => ("pipelines.arranged", &[]),
            Label::PipelineDeleted(name, moved) => ("pipeline.deleted", &[name, moved]),
            Label::StageSaved(name) => ("stage.saved", &[name]),
            Label::StageTurned(name, count) => ("stage.turned", &[name, count]),
            Label::StagesArranged(name) => ("stages.arranged", &[name]),
            Label::StageDeleted(name, moved) => ("stage.deleted", &[name, moved]),
            Label::LeadClaimed(name, person) => ("lead.claimed", &[name, person]),
            Label::LeadReturned(name, reason) => ("lead.returned", &[name, reason]),
            Label::LeadsReclaimed(count) => ("leads.reclaimed", &[count]),
            Label::PoolRulesSaved => ("pool.rules", &[]),
            Label::RateSaved(code) => ("rate.saved", &[code]),
            Label::RateDeleted(code) => ("rate.deleted", &[code]),
            Label::LeadsAssigned(count) => ("leads.assigned", &[count]),
            Label::BookHandedOver(name, leads, plans) => ("book.handed", &[name, leads, plans]),
            Label::LeadsChanged(count) => ("leads.changed", &[count]),
            Label::LeadsDeleted(count) => ("leads.deleted", &[count]),
            Label::AssignmentRulesSaved => ("assignment.rules", &[]),
            Label::DraftBegun(count) => ("draft.begun", &[count]),
            Label::DraftPicked(name, person) => ("draft.picked", &[name, person]),
            Label::DraftPassed(person) => ("draft.passed", &[person]),
            Label::DraftSteppedBack(person) => ("draft.back", &[person]),
            Label::DraftFinished(leads, people) => ("draft.finished", &[leads, people]),
            Label::DraftDropped(count) => ("draft.dropped", &[count]),
            Label::PersonAdded(name) => ("person.added", &[name]),
            Label::PersonEdited(name) => ("person.edited", &[name]),
            Label::AbilitiesSet(count) => ("people.abilities", &[count]),
            Label::PersonDeleted(name) => ("person.deleted", &[name]),
            Label::TeamSaved(name) => ("team.saved", &[name]),
            Label::TeamDeleted(name) => ("team.deleted", &[name]),
            Label::AbsenceSaved(name) => ("absence.saved", &[name]),
            Label::AbsenceDeleted(name) => ("absence.deleted", &[name]),
            Label::CustomerSaved(name) => ("customer.saved", &[name]),
            Label::ProductSaved(name) => ("product.saved", &[name]),
            Label::CustomersMerged(name, other) => ("customers.merged", &[name, other]),
            Label::LeadsMerged(name, other) => ("leads.merged", &[name, other]),
            Label::MarkedDistinct(name, other) => ("distinct.marked", &[name, other]),
            Label::CompetitorSaved(name) => ("competitor.saved", &[name]),
            Label::CompetitorDeleted(name) => ("competitor.deleted", &[name]),
            Label::RivalSaved(name, other) => ("rival.saved", &[name, other]),
            Label::RivalDeleted(name, other) => ("rival.deleted", &[name, other]),
            Label::LossDebriefed(name) => ("loss.debriefed", &[name]),
            Label::LossReasonsSet => ("loss.reasons", &[]),
            Label::ActivityLogged(name) => ("activity.logged", &[name]),
            Label::ActivityPlanned(name) => ("activity.planned", &[name]),
            Label::ActivityDeleted(name) => ("activity.deleted", &[name]),
            Label::TaskFinished(name) => ("task.finished", &[name]),
            Label::TaskPostponed(name, day) => ("task.postponed", &[name, day]),
            Label::ContactSaved(name) => ("contact.saved", &[name]),
            Label::ContactDeleted(name) => ("contact.deleted", &[name]),
            Label::CadencesSet => ("cadences.set", &[]),
            Label::GoalsSet(count, period) => ("goals.set", &[count, period]),
            Label::QuotaSet(name, period, amount, rest, people) => {
                ("quota.set", &[name, period, amount, rest, people])
            }
            Label::QuotaLocked(name, period) => ("quota.locked", &[name, period]),
            Label::QuotaUnlocked(name, period) => ("quota.unlocked", &[name, period]),
            Label::QuotaRespread(name, period, way, people) => {
                ("quota.respread", &[name, period, way, people])
            }
            Label::QuotasGrown(year, growth) => ("quotas.grown", &[year, growth]),
            Label::QuotasEdited(count, year) => ("quotas.edited", &[count, year]),
            Label::CallSet(name, who, category) => ("call.set", &[name, who, category]),
            Label::RoundBegun(period) => ("round.begun", &[period]),
            Label::PromiseSealed(name) => ("promise.sealed", &[name]),
            Label::PromiseSkipped(name) => ("promise.skipped", &[name]),
            Label::RoundRevealed(period) => ("round.revealed", &[period]),
            Label::RoundDropped(count) => ("round.dropped", &[count]),
            Label::PlanChanged(noun, deed, name) => ("plan.changed", &[noun, deed, name]),
            Label::PeopleChanged(noun, deed, name) => ("people.changed", &[noun, deed, name]),
            Label::GoalHung(name, period, on) => ("goal.hung", &[name, period, on]),
            Label::IndicatorSaved(name) => ("indicator.saved", &[name]),
            Label::IndicatorDeleted(name) => ("indicator.deleted", &[name]),
            Label::SettingsSaved => ("settings.saved", &[]),
            Label::ViewSaved(name) => ("view.saved", &[name]),
            Label::ViewDeleted(name) => ("view.deleted", &[name]),
            Label::Imported(files) => ("imported", &[files]),
            Label::SampleOpened => ("sample.opened", &[]),
            Label::SampleCleared => ("sample.cleared", &[]),
            Label::StartedEmpty => ("started.empty", &[]),
            Label::Restored(day) => ("restored", &[day]),
            Label::QuotasBy(split, label) => {
                let parts = prefixed("quotas.by", label);
                let (code, label) = parts.split_at(1);
                return [code, std::slice::from_ref(split), label].concat();
            }
            Label::MeetingChanged(deed, what) => ("meeting", &[deed, what]),
            Label::Undone(label) => return prefixed("undone", label),
            Label::Redone(label) => return prefixed("redone", label),
            Label::Other(parts) => return parts.clone(),
        };
        let parts = parts.iter().map(|part| (*part).clone());
        std::iter::once(code.to_owned()).chain(parts).collect()
    }

    /// The label of a stored form; one that this version does not know becomes
    /// [`Label::Other`].
    pub fn from_parts(parts: &[String]) -> Label {
        let texts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let owned = |text: &str| text.to_owned();
        match texts[..] {
            ["lead.added", name] => Label::LeadAdded(owned(name)),
            ["lead.edited", name] => Label::LeadEdited(owned(name)),
            ["lead.moved", name, stage] => Label::LeadMoved(owned(name), owned(stage)),
            ["lead.deleted", name] => Label::LeadDeleted(owned(name)),
            ["line.saved", name, lead] => Label::LineSaved(owned(name), owned(lead)),
            ["line.removed", name, lead] => Label::LineRemoved(owned(name), owned(lead)),
            ["amount.lines", name] => Label::AmountByLines(owned(name)),
            ["amount.hand", name] => Label::AmountByHand(owned(name)),
            ["pipeline.added", name] => Label::PipelineAdded(owned(name)),
            ["pipeline.renamed", name] => Label::PipelineRenamed(owned(name)),
            ["pipelines.arranged"] => Label::PipelinesArranged,
            ["pipeline.deleted", name, moved] => Label::PipelineDeleted(owned(name), owned(moved)),
            ["stage.saved", name] => Label::StageSaved(owned(name)),
            ["stage.turned", name, count] => Label::StageTurned(owned(name), owned(count)),
            ["stages.arranged", name] => Label::StagesArranged(owned(name)),
            ["stage.deleted", name, moved] => Label::StageDeleted(owned(name), owned(moved)),
            ["lead.claimed", name, person] => Label::LeadClaimed(owned(name), owned(person)),
            ["lead.returned", name, reason] => Label::LeadReturned(owned(name), owned(reason)),
            ["leads.reclaimed", count] => Label::LeadsReclaimed(owned(count)),
            ["pool.rules"] => Label::PoolRulesSaved,
            ["rate.saved", code] => Label::RateSaved(owned(code)),
            ["rate.deleted", code] => Label::RateDeleted(owned(code)),
            ["leads.assigned", count] => Label::LeadsAssigned(owned(count)),
            ["book.handed", name, leads, plans] => {
                Label::BookHandedOver(owned(name), owned(leads), owned(plans))
            }
            ["leads.changed", count] => Label::LeadsChanged(owned(count)),
            ["leads.deleted", count] => Label::LeadsDeleted(owned(count)),
            ["assignment.rules"] => Label::AssignmentRulesSaved,
            ["draft.begun", count] => Label::DraftBegun(owned(count)),
            ["draft.picked", name, person] => Label::DraftPicked(owned(name), owned(person)),
            ["draft.passed", person] => Label::DraftPassed(owned(person)),
            ["draft.back", person] => Label::DraftSteppedBack(owned(person)),
            ["draft.finished", leads, people] => Label::DraftFinished(owned(leads), owned(people)),
            ["draft.dropped", count] => Label::DraftDropped(owned(count)),
            ["person.added", name] => Label::PersonAdded(owned(name)),
            ["person.edited", name] => Label::PersonEdited(owned(name)),
            ["people.abilities", count] => Label::AbilitiesSet(owned(count)),
            ["person.deleted", name] => Label::PersonDeleted(owned(name)),
            ["team.saved", name] => Label::TeamSaved(owned(name)),
            ["team.deleted", name] => Label::TeamDeleted(owned(name)),
            ["absence.saved", name] => Label::AbsenceSaved(owned(name)),
            ["absence.deleted", name] => Label::AbsenceDeleted(owned(name)),
            ["customer.saved", name] => Label::CustomerSaved(owned(name)),
            ["product.saved", name] => Label::ProductSaved(owned(name)),
            ["customers.merged", name, other] => Label::CustomersMerged(owned(name), owned(other)),
            ["leads.merged", name, other] => Label::LeadsMerged(owned(name), owned(other)),
            ["distinct.marked", name, other] => Label::MarkedDistinct(owned(name), owned(other)),
            ["competitor.saved", name] => Label::CompetitorSaved(owned(name)),
            ["competitor.deleted", name] => Label::CompetitorDeleted(owned(name)),
            ["rival.saved", name, other] => Label::RivalSaved(owned(name), owned(other)),
            ["rival.deleted", name, other] => Label::RivalDeleted(owned(name), owned(other)),
            ["loss.debriefed", name] => Label::LossDebriefed(owned(name)),
            ["loss.reasons"] => Label::LossReasonsSet,
            ["activity.logged", name] => Label::ActivityLogged(owned(name)),
            ["activity.planned", name] => Label::ActivityPlanned(owned(name)),
            ["activity.deleted", name] => Label::ActivityDeleted(owned(name)),
            ["task.finished", name] => Label::TaskFinished(owned(name)),
            ["task.postponed", name, day] => Label::TaskPostponed(owned(name), owned(day)),
            ["contact.saved", name] => Label::ContactSaved(owned(name)),
            ["contact.deleted", name] => Label::ContactDeleted(owned(name)),
            ["cadences.set"] => Label::CadencesSet,
            ["goals.set", count, period] => Label::GoalsSet(owned(count), owned(period)),
            ["quota.set", name, period, amount, rest, people] => Label::QuotaSet(
                owned(name),
                owned(period),
                owned(amount),
                owned(rest),
                owned(people),
            ),
            ["quota.locked", name, period] => Label::QuotaLocked(owned(name), owned(period)),
            ["quota.unlocked", name, period] => Label::QuotaUnlocked(owned(name), owned(period)),
            ["quota.respread", name, period, way, people] => {
                Label::QuotaRespread(owned(name), owned(period), owned(way), owned(people))
            }
            ["quotas.grown", year, growth] => Label::QuotasGrown(owned(year), owned(growth)),
            ["quotas.edited", count, year] => Label::QuotasEdited(owned(count), owned(year)),
            ["quotas.by", split, _, ..] => {
                Label::QuotasBy(owned(split), Box::new(Label::from_parts(&parts[2..])))
            }
            ["call.set", name, who, category] => {
                Label::CallSet(owned(name), owned(who), owned(category))
            }
            ["round.begun", period] => Label::RoundBegun(owned(period)),
            ["promise.sealed", name] => Label::PromiseSealed(owned(name)),
            ["promise.skipped", name] => Label::PromiseSkipped(owned(name)),
            ["round.revealed", period] => Label::RoundRevealed(owned(period)),
            ["round.dropped", count] => Label::RoundDropped(owned(count)),
            ["plan.changed", noun, deed, name] => {
                Label::PlanChanged(owned(noun), owned(deed), owned(name))
            }
            ["people.changed", noun, deed, name] => {
                Label::PeopleChanged(owned(noun), owned(deed), owned(name))
            }
            ["goal.hung", name, period, on] => {
                Label::GoalHung(owned(name), owned(period), owned(on))
            }
            ["indicator.saved", name] => Label::IndicatorSaved(owned(name)),
            ["indicator.deleted", name] => Label::IndicatorDeleted(owned(name)),
            ["settings.saved"] => Label::SettingsSaved,
            ["view.saved", name] => Label::ViewSaved(owned(name)),
            ["view.deleted", name] => Label::ViewDeleted(owned(name)),
            ["imported", files] => Label::Imported(owned(files)),
            ["sample.opened"] => Label::SampleOpened,
            ["sample.cleared"] => Label::SampleCleared,
            ["started.empty"] => Label::StartedEmpty,
            ["restored", day] => Label::Restored(owned(day)),
            ["meeting", deed, what] => Label::MeetingChanged(owned(deed), owned(what)),
            ["undone", _, ..] => Label::Undone(Box::new(Label::from_parts(&parts[1..]))),
            ["redone", _, ..] => Label::Redone(Box::new(Label::from_parts(&parts[1..]))),
            _ => Label::Other(parts.to_vec()),
        }
    }
}

fn prefixed(code: &str, label: &Label) -> Vec<String> {
    let mut parts = vec![code.to_owned()];
    parts.extend(label.to_parts());
    parts
}
