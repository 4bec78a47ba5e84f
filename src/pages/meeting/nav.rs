//! The ways between the pages of meetings.

use leptos::prelude::*;

use super::trial::Waiting;
use crate::i18n::Lang;
use crate::runtime::app::use_app;
use crate::runtime::route::{MeetingPlace, Route};

/// Where it leads, and its name.
type Way = (MeetingPlace, fn(Lang) -> &'static str);

const WAYS: [Way; 5] = [
    (MeetingPlace::Home, Lang::meetings_title),
    (MeetingPlace::News, Lang::topic_news),
    (MeetingPlace::Requests, Lang::topic_requests),
    (MeetingPlace::Contacts, Lang::topic_contacts),
    (MeetingPlace::Rewind(None), Lang::rewind_title),
];

/// A link to each page.
#[component]
pub(super) fn MeetingNav() -> impl IntoView {
    let app = use_app();
    let (lang, route) = (app.lang(), app.route());
    let link = move |(place, name): Way| {
        let is_here = move || match &*route.read() {
            Route::Meeting(MeetingPlace::Minutes(_)) => place == MeetingPlace::Home,
            Route::Meeting(MeetingPlace::Rewind(_)) => place == MeetingPlace::Rewind(None),
            Route::Meeting(shown) => *shown == place,
            _ => false,
        };
        view! {
            <a
                class="tabs__tab"
                href=Route::Meeting(place).href()
                aria-current=move || is_here().then_some("page")
            >
                {move || name(lang.get())}
            </a>
        }
    };
    view! {
        <nav class="tabs__row" aria-label=move || lang.get().meetings_nav() data-testid="meeting-nav">
            {WAYS.map(link).collect_view()}
        </nav>
        <Waiting />
    }
}
