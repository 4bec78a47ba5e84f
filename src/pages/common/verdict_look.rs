//! How what is said of a criterion of the career ladder looks.

use crate::domain::career::Verdict;
use crate::ui::{Icon, Tone};

/// The colour and the shape of a verdict; the words beside it say the same.
pub fn verdict_look(verdict: Verdict) -> (Tone, Icon) {
    match verdict {
        Verdict::Met => (Tone::Good, Icon::Check),
        Verdict::NotMet => (Tone::Warn, Icon::Clock),
        Verdict::CannotTell => (Tone::Plain, Icon::Info),
    }
}
