//! What was done and why something was refused, in words.

use super::format;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::i18n::Lang;

/// What was done, in words.
pub fn label(lang: Lang, done: &Label) -> String {
    let date = |text: &str| text.parse().map_or(text.to_owned(), |it| format::day(lang, it));
    let period = |text: &str| text.parse().map_or(text.to_owned(), |it| format::period(lang, it));
    match done {
        Label::LeadAdded(name) => lang.lead_added(name),
        Label::LeadEdited(name) => lang.lead_edited(name),
        Label::LeadMoved(name, stage) => lang.lead_moved(name, stage),
        Label::LeadDeleted(name) => lang.lead_deleted(name),
        Label::PersonAdded(name) => lang.person_added(name),
        Label::PersonEdited(name) => lang.person_edited(name),
        Label::PersonDeleted(name) => lang.person_deleted(name),
        Label::TeamSaved(name) => lang.team_saved(name),
        Label::TeamDeleted(name) => lang.team_deleted(name),
        Label::AbsenceSaved(name) => lang.absence_saved(name),
        Label::AbsenceDeleted(name) => lang.absence_deleted(name),
        Label::CustomerSaved(name) => lang.customer_saved(name),
        Label::ProductSaved(name) => lang.product_saved(name),
        Label::GoalsSet(count, name) if count == "1" => lang.goal_set(&period(name)),
        Label::GoalsSet(count, name) => lang.goals_set(count, &period(name)),
        Label::SettingsSaved => lang.settings_saved().to_owned(),
        Label::Imported(files) => lang.imported(files),
        Label::SampleOpened => lang.sample_opened().to_owned(),
        Label::SampleCleared => lang.sample_cleared().to_owned(),
        Label::StartedEmpty => lang.started_empty().to_owned(),
        Label::Restored(day) => lang.restored(&date(day)),
        Label::Undone(inner) => lang.undone(&label(lang, inner)),
        Label::Redone(inner) => lang.redone(&label(lang, inner)),
        Label::Other(_) => lang.other_change().to_owned(),
    }
}

/// The sentence for people.
pub fn rejection(lang: Lang, reason: &Rejection) -> String {
    match reason {
        Rejection::LeadGone => lang.lead_gone().to_owned(),
        Rejection::PersonGone => lang.person_gone().to_owned(),
        Rejection::TeamGone => lang.team_gone().to_owned(),
        Rejection::AbsenceGone => lang.absence_gone().to_owned(),
        Rejection::StageGone => lang.stage_gone().to_owned(),
        Rejection::NameMissing => lang.name_missing().to_owned(),
        Rejection::LeadUnnamed => lang.lead_unnamed().to_owned(),
        Rejection::NameTaken(name) => lang.name_taken(name),
        Rejection::AmountNegative => lang.amount_negative().to_owned(),
        Rejection::OddsOutOfRange(odds) => lang.odds_out_of_range(*odds),
        Rejection::DaysReversed(first, last) => {
            lang.days_reversed(&format::day(lang, *first), &format::day(lang, *last))
        }
        Rejection::AbsenceIncomplete => lang.absence_incomplete().to_owned(),
        Rejection::FiscalMonthOutOfRange(month) => lang.fiscal_month_out_of_range(*month),
    }
}
