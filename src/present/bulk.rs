//! Changing many leads alike: what can be changed, and what a change would do, in exact numbers.

use super::format;
use super::lead::LeadField;
use crate::domain::apply::{Reach, reach};
use crate::domain::command::{Context, LeadEdit};
use crate::domain::id::LeadId;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// The fields that many leads can be changed in.
pub const FIELDS: [LeadField; 6] = [
    LeadField::Owner,
    LeadField::Stage,
    LeadField::Priority,
    LeadField::Closes,
    LeadField::Source,
    LeadField::Product,
];

/// What is chosen for many leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkDraft {
    /// The field.
    pub field: LeadField,
    /// The `id` of what is chosen, a day or a text; empty means nobody, no day or nothing.
    pub value: String,
    /// Why they were lost, where the stage means that.
    pub reason: String,
}

impl BulkDraft {
    /// Nothing chosen yet.
    pub fn of(field: LeadField) -> BulkDraft {
        BulkDraft { field, value: String::new(), reason: String::new() }
    }

    /// The change, where enough is chosen for one.
    pub fn edit(&self) -> Option<LeadEdit> {
        let value = self.value.trim();
        Some(match self.field {
            LeadField::Owner => LeadEdit::Owner(optional(value)?),
            LeadField::Product => LeadEdit::Product(optional(value)?),
            LeadField::Closes => LeadEdit::Closes(optional(value)?),
            LeadField::Stage => LeadEdit::Stage(value.parse().ok()?, self.reason.clone()),
            LeadField::Priority => LeadEdit::Priority(value.parse().ok()?),
            LeadField::Source => LeadEdit::Source(value.to_owned()),
            _ => return None,
        })
    }

    /// Whether it asks why the leads were lost.
    pub fn asks_reason(&self, workspace: &Workspace) -> bool {
        let stage = match self.edit() {
            Some(LeadEdit::Stage(stage, _)) => workspace.stages.get(stage),
            _ => None,
        };
        stage.is_some_and(|it| it.outcome == Outcome::Lost)
    }
}

/// Nothing for an empty text; `None` for one that cannot be read.
fn optional<T: std::str::FromStr>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

/// So many leads, in words.
pub fn leads_in_words(lang: Lang, leads: usize) -> String {
    lang.leads_of_number(leads, &format::count(lang, leads as u64))
}

/// What a change of many leads would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foresight {
    /// How many leads would change.
    pub changed: usize,
    /// That in a sentence, with what is left alone and why.
    pub sentence: String,
}

/// What a change would do; nothing chosen yet does nothing and says so.
pub fn foresee(
    workspace: &Workspace,
    lang: Lang,
    ids: &[LeadId],
    draft: &BulkDraft,
    ctx: &Context,
) -> Foresight {
    let nothing = |sentence: String| Foresight { changed: 0, sentence };
    let Some(edit) = draft.edit() else { return nothing(lang.bulk_choose().to_owned()) };
    match reach(workspace, ids, &[edit], ctx) {
        Ok(reach) => {
            Foresight { changed: reach.changed, sentence: sentence(lang, ids.len(), reach) }
        }
        Err(why) => nothing(super::words::rejection(lang, &why)),
    }
}

fn sentence(lang: Lang, all: usize, reach: Reach) -> String {
    let [all, changed, alike, closed, lines] =
        [all, reach.changed, reach.alike, reach.closed, reach.lines]
            .map(|it| format::count(lang, it as u64));
    let mut parts = vec![lang.bulk_changes(&changed, &all)];
    if reach.alike != 0 {
        let one = reach.alike == 1;
        parts.push(if one { lang.bulk_alike_one().to_owned() } else { lang.bulk_alike(&alike) });
    }
    if reach.lines != 0 {
        parts.push(lang.bulk_lines(&lines));
    }
    if reach.closed != 0 {
        parts.push(lang.bulk_closed(&closed));
    }
    [&parts.join(lang.list_semicolon()), lang.full_stop()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::present::for_tests::{ANN, BOB, LOST, OPEN, WON, lead, team};

    /// Leads 1 (Ann's, open), 2 (Bob's, open) and 3 (Ann's, won).
    fn workspace() -> Workspace {
        let mut workspace = team();
        lead(&mut workspace, 1, Some(ANN), OPEN, 1, "2026-12-01");
        lead(&mut workspace, 2, Some(BOB), OPEN, 1, "2026-12-01");
        lead(&mut workspace, 3, Some(ANN), WON, 1, "2026-11-01");
        workspace
    }

    #[track_caller]
    fn check(field: LeadField, value: &str, changed: usize, sentence: &str) {
        let ids: Vec<LeadId> = (1..=3).map(LeadId::drawn).collect();
        let draft = BulkDraft { value: value.to_owned(), ..BulkDraft::of(field) };
        let ctx = Context { today: Day::EPOCH };
        let foresight = foresee(&workspace(), Lang::En, &ids, &draft, &ctx);
        assert_eq!((foresight.changed, foresight.sentence.as_str()), (changed, sentence));
    }

    #[test]
    fn the_sentence_states_the_exact_number() {
        let ann = ANN.to_string();
        check(LeadField::Owner, &ann, 1, "1 of 3 change; 2 have it already.");
        check(LeadField::Owner, "", 3, "3 of 3 change.");
        check(LeadField::Priority, "high", 3, "3 of 3 change.");
        check(LeadField::Closes, "2026-12-24", 2, "2 of 3 change; 1 closed, and its day stays.");
    }

    #[test]
    fn nothing_chosen_and_what_is_gone_change_nothing() {
        check(LeadField::Stage, "", 0, "Choose what they shall be.");
        check(
            LeadField::Owner,
            "0000000000009",
            0,
            "This person has been deleted. Choose somebody else.",
        );
    }

    #[test]
    fn only_a_lost_stage_asks_for_a_reason() {
        for (stage, expect) in [(OPEN, false), (WON, false), (LOST, true)] {
            let value = stage.to_string();
            let draft = BulkDraft { value, ..BulkDraft::of(LeadField::Stage) };
            assert_eq!(draft.asks_reason(&workspace()), expect);
        }
    }
}
