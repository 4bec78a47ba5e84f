//! A page that asks before it is left.

use leptos::prelude::*;

use super::app::App;
use super::platform::shell;
use super::route::Route;

/// Says whether somebody who wants to go to another address is held back for a question.
pub type Guard = Callback<Route, bool>;

impl App {
    /// Lets the calling component ask before its page is left, for as long as it lives.
    pub fn guard_page(self, guard: Guard) {
        self.guard.set_value(Some(guard));
        on_cleanup(move || _ = self.guard.try_set_value(None));
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
