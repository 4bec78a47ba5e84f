//! The rhythms of classes of customers as they are typed.

use crate::domain::arrange;
use crate::domain::cadence::{Cadence, class_key};
use crate::domain::id::CadenceId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::folded;
use crate::present::format;

/// The rhythms that most teams begin with.
const USUAL: [(&str, u32); 3] = [("A", 7), ("B", 14), ("C", 30)];

/// A rhythm as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of a cadence")]
pub struct CadenceDraft {
    pub id: CadenceId,
    pub class: String,
    pub days: String,
    pub paused: bool,
}

impl CadenceDraft {
    /// Nothing typed yet.
    pub fn blank(id: CadenceId) -> CadenceDraft {
        CadenceDraft { id, ..CadenceDraft::default() }
    }

    /// The rhythm that was typed; what is no number is no day, which the rules refuse.
    pub fn cadence(&self) -> Cadence {
        let days = folded(self.days.trim()).parse().unwrap_or(0);
        Cadence { class: self.class.clone(), days: Some(days), paused: self.paused }
    }
}

/// The rhythms as they are now, the shortest first.
pub fn cadence_drafts(workspace: &Workspace) -> Vec<CadenceDraft> {
    let mut cadences: Vec<(CadenceId, &Cadence)> = workspace.cadences.iter().collect();
    arrange::by_key(&mut cadences, |(id, it)| (it.days, *id));
    let drafts = cadences.into_iter().map(|(id, it)| CadenceDraft {
        id,
        class: it.class.clone(),
        days: it.days.map(|it| it.to_string()).unwrap_or_default(),
        paused: it.paused,
    });
    drafts.collect()
}

/// The usual rhythms, with ids drawn for them.
pub fn usual(draw: impl Fn() -> CadenceId) -> Vec<CadenceDraft> {
    let usual = USUAL.iter().map(|(class, days)| CadenceDraft {
        id: draw(),
        class: (*class).to_owned(),
        days: days.to_string(),
        paused: false,
    });
    usual.collect()
}

/// How many customers are of a class.
pub fn customers_of(workspace: &Workspace, lang: Lang, class: &str) -> String {
    let key = class_key(class);
    let of_class = workspace.customers.values().filter(|it| class_key(&it.class) == key);
    let count = if key.is_empty() { 0 } else { of_class.count() as u64 };
    lang.cadence_customers(&format::count(lang, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: i64) {
        let draft = CadenceDraft { days: typed.to_owned(), ..CadenceDraft::default() };
        assert_eq!(draft.cadence().days, Some(expect), "{typed}");
    }

    #[test]
    fn days_are_typed_as_a_number() {
        check(" 14 ", 14);
        check("１４", 14);
        check("two", 0);
        check("", 0);
    }
}
