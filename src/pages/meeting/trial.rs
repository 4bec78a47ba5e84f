//! That something is tried out: since when, what of it cannot be done any more, and the way to it.

use leptos::prelude::*;

use super::home::civil_day;
use crate::domain::what_if::LeftOut;
use crate::present::format;
use crate::present::meeting::rewound::{REWIND_TABLES, tried_words};
use crate::runtime::app::{App, use_app};
use crate::runtime::branching::{Branch, waiting};
use crate::runtime::platform::clock;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{ButtonLink, Icon};

/// The moment since which something is tried: the time alone where it is of today.
pub(super) fn since_words(app: App, begun: Option<i64>) -> String {
    let Some(begun) = begun else { return String::new() };
    let millis = begun.max(0).unsigned_abs();
    let ahead = clock::minutes_ahead(millis);
    match civil_day(begun) == app.today().get() {
        true => format::time_of_day(begun.div_euclid(60_000) + ahead),
        false => format::moment(app.lang().get(), millis, ahead),
    }
}

/// That something waits, on the other pages of meetings.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let app = use_app();
    let (lang, route) = (app.lang(), app.route());
    let waits = waiting();
    let begun = waits.as_ref().map(|it| it.begun);
    let here = move || matches!(&*route.read(), Route::Meeting(MeetingPlace::Rewind(_)));
    let look = move || {
        (begun.is_some() && !here()).then(|| {
            view! {
                <p>
                    <ButtonLink
                        icon=Icon::Forward
                        label=move || lang.get().branch_since(&since_words(app, begun))
                        href=Route::Meeting(MeetingPlace::Rewind(None)).href()
                        attr:data-testid="branch-waits"
                    />
                </p>
            }
        })
    };
    view! { {look} }
}

/// Since when something is tried, and what of it cannot be done as things stand.
#[component]
pub(super) fn Since(branch: Branch) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let since = move || {
        let begun = branch.begun();
        begun.is_some().then(|| lang.get().branch_since(&since_words(app, begun)))
    };
    let left_out = Memo::new(move |_| {
        let lang = lang.get();
        app.track(&REWIND_TABLES);
        let left_out = branch.left_out();
        let line = |it: LeftOut<Refusal>| {
            let (tried, why) = match it {
                LeftOut::SoAlready(tried) => (tried, lang.branch_so_already().to_owned()),
                LeftOut::Refused(tried, why) => (tried, why.words(lang)),
            };
            (app.peek(|it| tried_words(it, lang, tried)), why)
        };
        left_out.into_iter().map(line).collect::<Vec<(String, String)>>()
    });
    let row = |(what, why): (String, String)| {
        view! {
            <li class="list__row" data-testid="branch-left-out">
                <span class="list__main">
                    <span class="list__name">{what}</span>
                    <span class="list__note">{why}</span>
                </span>
            </li>
        }
    };
    view! {
        <p class="section__note" role="status" data-testid="branch-since">{since}</p>
        <Show when=move || !left_out.read().is_empty()>
            <p>{move || lang.get().branch_left_out()}</p>
            <ul class="list">{move || left_out.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}
