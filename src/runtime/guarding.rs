//! A page that asks before it is left, and one that nothing else is in reach of.

use leptos::prelude::*;

use super::app::App;
use super::platform::shell;
use super::route::Route;
use crate::domain::workspace::{Table, Workspace};

/// Says whether somebody who wants to go to another address is held back for a question.
pub type Guard = Callback<Route, bool>;

impl App {
    /// Lets the calling component ask before its page is left, for as long as it lives.
    pub fn guard_page(self, guard: Guard) {
        self.guard.set_value(Some(guard));
        on_cleanup(move || _ = self.guard.try_set_value(None));
    }

    /// Whether the tablet goes round for a sealed forecast: then nothing else is in reach, for it is
    /// in other hands.
    pub fn seals(self) -> bool {
        let is_open = |it: &Workspace| it.rounds.values().any(|it| it.revealed.is_none());
        self.route.with(|it| matches!(it, Route::Round(_))) && self.view(&[Table::Rounds], is_open)
    }

    /// Whether the page that stands asks first; then its address stands again.
    pub(super) fn holds_back(self, route: &Route) -> bool {
        let guard = self.guard.get_value();
        let holds = guard.is_some_and(|it| it.run(route.clone()));
        if holds {
            shell::push_hash(&self.route.with_untracked(Route::href));
        }
        holds
    }
}
