//! Why something asked for was not done. Nothing was changed then.

use super::on_demand::{NotFetched, at_once, on_demand};
use crate::domain::rejection::Rejection;
use crate::i18n::Lang;
use crate::journal::vault::NotStored;
use crate::present::words;

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rule forbids it.
    Rejected(Rejection),
    /// It could not be stored.
    NotStored(NotStored),
    /// The reserve of the storage has been used up: nothing more is taken.
    Full,
    /// A newer version has written here.
    TooNew,
    /// Something long is being saved.
    Busy,
    /// The rules have not arrived yet.
    Arriving,
    /// The person took it back.
    Cancelled,
    /// What was to be taken in cannot be read.
    Unreadable,
    /// It has been changed elsewhere since.
    ChangedSince,
    /// The face that the tablet shows may not do this.
    NotOnThisFace,
}

on_demand! {
    /// A rule's own sentence; it comes with the rules.
    fn rejected(lang: Lang, rejection: Rejection) -> String, from rules, fetched by fetch_rejected {
        words::rejection(lang, &rejection)
    }
}

/// Fetches what rules say where they forbid something.
pub(super) async fn fetch() -> Result<(), NotFetched> {
    fetch_rejected().await
}

impl Refusal {
    /// The sentence for people: what is wrong and what to do.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Refusal::Rejected(rejection) => match at_once(rejected(lang, rejection.clone())) {
                Some(Ok(words)) => words,
                Some(Err(_)) | None => lang.refused_arriving().to_owned(),
            },
            Refusal::NotStored(NotStored::Denied) => lang.refused_denied().to_owned(),
            Refusal::NotStored(NotStored::Full) => lang.refused_full().to_owned(),
            Refusal::NotStored(NotStored::Unsound) => lang.refused_unsound().to_owned(),
            Refusal::Full => lang.refused_read_only_full().to_owned(),
            Refusal::TooNew => lang.refused_too_new().to_owned(),
            Refusal::Busy => lang.refused_busy().to_owned(),
            Refusal::Arriving => lang.refused_arriving().to_owned(),
            Refusal::Cancelled => lang.refused_cancelled().to_owned(),
            Refusal::Unreadable => lang.refused_unreadable().to_owned(),
            Refusal::ChangedSince => lang.changed_since().to_owned(),
            Refusal::NotOnThisFace => lang.refused_on_this_face().to_owned(),
        }
    }
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Refusal {
        Refusal::Rejected(rejection)
    }
}

impl From<NotStored> for Refusal {
    fn from(error: NotStored) -> Refusal {
        Refusal::NotStored(error)
    }
}
