//! The calendar file: what is planned, for any calendar.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::i18n::Lang;
use crate::present::agenda::calendar_events;
use crate::present::format;
use crate::runtime::platform::clock;
use crate::runtime::platform::files::{self, Saved};
use crate::transfer::ics::calendar;
use crate::ui::{Button, Icon, Tone};

/// The button that hands out the file.
#[component]
pub(super) fn CalendarFile(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <span data-testid="activities-calendar">
            <Button
                icon=Icon::Export
                label=move || lang.get().activities_calendar()
                on_press=move || spawn_local(hand_out(desk))
            />
        </span>
    }
}

/// The file is made before anything is waited for, because the permission of a tap is short.
async fn hand_out(desk: Desk) {
    let Desk { app, lang, person, .. } = desk;
    let (lang, today) = (lang.get_untracked(), app.today().get_untracked());
    let person = person.get_untracked();
    let events = app.peek(|it| calendar_events(it, lang, today, person));
    if events.is_empty() {
        return app.say(Tone::Plain, Lang::activities_nothing_planned);
    }
    let text = calendar(lang.activities_title(), &events, clock::now());
    let name = format!("huddle-{today}.ics");
    match files::save(&name, "text/calendar", &text).await {
        Saved::Handed => {
            let count = events.len() as u64;
            app.say(Tone::Good, move |lang| {
                lang.activities_saved(&format::count(lang, count), &name)
            });
        }
        Saved::Cancelled => {}
        Saved::Refused => app.say(Tone::Warn, Lang::activities_not_saved),
    }
}
